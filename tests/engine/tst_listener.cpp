// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "engine/sockets/listener.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QAbstractEventDispatcher>
#include <QFile>
#include <QSignalSpy>

#include <fcntl.h>
#include <sys/resource.h>

namespace tst_listener {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

/// No descriptor can be had while it lives.
class NoDescriptors {
public:
    NoDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 3;
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    NoDescriptors(const NoDescriptors &) = delete;
    NoDescriptors &operator=(const NoDescriptors &) = delete;

private:
    rlimit m_before{};
};

struct Fixture {
    explicit Fixture(const QByteArray &path)
        : listener(listenAt({ path, FileMode(0600), false }).value())
        , paused(&listener, &Listener::paused)
        , resumed(&listener, &Listener::resumed)
    {
        QObject::connect(&listener, &Listener::clientArrived, &listener, [this](int fd) { clients.emplace_back(fd); });
        listener.start();
    }

    Listener listener;
    std::vector<UniqueFd> clients;
    QSignalSpy paused;
    QSignalSpy resumed;
};

class TestListener : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

private Q_SLOTS:
    void handsOutClients()
    {
        const QByteArray path = m_directory.filePath("clients");
        Fixture f(path);
        const UniqueFd one = dialed(path);
        const UniqueFd two = dialed(path);
        QTRY_COMPARE(f.clients.size(), size_t{ 2 });
        writeAll(one, "one");
        QCOMPARE(readAvailable(f.clients[0]), QByteArray("one"));
    }

    void closingRefusesAndRemoves()
    {
        const QByteArray path = m_directory.filePath("closing");
        Fixture f(path);
        const UniqueFd held(::open(path.constData(), O_PATH | O_CLOEXEC));
        const UniqueFd waiting = dialed(path);
        QVERIFY(f.listener.close());
        QVERIFY(!f.listener.isListening());
        QVERIFY(!QFile::exists(QString::fromLatin1(path)));
        QVERIFY(!dialed("/proc/self/fd/" + QByteArray::number(held.get())).isValid()); // at once, not a turn later
        QTRY_VERIFY(atEnd(waiting));
        QVERIFY(f.clients.empty());
    }

    void closingWhileAClientArrives()
    {
        const QByteArray path = m_directory.filePath("inside");
        Fixture f(path);
        connect(&f.listener, &Listener::clientArrived, this, [&f] { QVERIFY(f.listener.close()); });
        const UniqueFd one = dialed(path);
        const UniqueFd two = dialed(path);
        QTRY_COMPARE(f.clients.size(), size_t{ 1 });
        QTRY_VERIFY(atEnd(two));
        QCOMPARE(f.clients.size(), size_t{ 1 });
    }

    void aRefusalLeavesNothing()
    {
        const QByteArray path = m_directory.filePath("refused");
        const UniqueFd server = listeningAt(path);
        QCOMPARE(listenAt({ path, FileMode(0600), false }).error().code, ErrorCode::InUse);
        const UniqueFd client = dialed(path);
        QVERIFY(accepted(server).isValid());
    }

    /// Dialled between its making and the start of the event loop's part.
    void clientsMayComeEarly()
    {
        const QByteArray path = m_directory.filePath("early");
        auto socket = listenAt({ path, FileMode(0600), false });
        QVERIFY(socket.has_value());
        const UniqueFd client = dialed(path);
        QVERIFY(client.isValid());
        Listener listener(*std::move(socket));
        QSignalSpy arrived(&listener, &Listener::clientArrived);
        listener.start();
        QTRY_COMPARE(arrived.count(), 1);
        ::close(arrived.first().first().toInt());
    }

    void withoutDescriptorsItWaits()
    {
        const QByteArray path = m_directory.filePath("emfile");
        Fixture f(path);
        const UniqueFd first = dialed(path);
        QTRY_COMPARE(f.clients.size(), size_t{ 1 });
        for (int round = 1; round <= 2; ++round) {
            const UniqueFd client = dialed(path);
            const UniqueFd another = dialed(path);
            const size_t before = f.clients.size();
            {
                const NoDescriptors none;
                QVERIFY(QTest::qWaitFor([&] { return f.paused.count() == round; }));
                QVERIFY(f.listener.isPaused());
                QCOMPARE(f.paused.last().first().value<Error>().code, ErrorCode::OutOfDescriptors);
                QCOMPARE(f.clients.size(), before);
            }
            if (round == 1)
                f.listener.resume(); // a connection closed; in round two the timer does it
            QTRY_COMPARE(f.clients.size(), before + 2);
            QCOMPARE(f.resumed.count(), round);
            QVERIFY(!f.listener.isPaused());
        }
        QVERIFY(QFile::exists(QString::fromLatin1(path)));
    }

    void waitingDoesNotSpin()
    {
        const QByteArray path = m_directory.filePath("spin");
        Fixture f(path);
        const UniqueFd client = dialed(path);
        const NoDescriptors none;
        QVERIFY(QTest::qWaitFor([&f] { return f.paused.count() == 1; }));
        int wakeUps = 0;
        const auto counting = connect(
            QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, [&wakeUps] { ++wakeUps; });
        QTest::qWait(300);
        disconnect(counting);
        QVERIFY2(wakeUps < 200, qPrintable(QString::number(wakeUps))); // qWait's own are one each 10 ms; spinning: 1e5
        QCOMPARE(f.paused.count(), 1);
    }

    void acceptsSeveralInATurn()
    {
        const QByteArray path = m_directory.filePath("turn");
        Fixture f(path);
        std::vector<UniqueFd> clients;
        for (int i = 0; i < 50; ++i)
            clients.push_back(dialed(path));
        QCoreApplication::processEvents();
        QCOMPARE(f.clients.size(), size_t{ 50 });
    }

    void deletingItInItsOwnSignal()
    {
        const QByteArray path = m_directory.filePath("deleted");
        auto listener = std::make_unique<Listener>(listenAt({ path, FileMode(0600), false }).value());
        connect(listener.get(), &Listener::clientArrived, this, [&listener](int descriptor) {
            ::close(descriptor);
            listener.reset();
        });
        const UniqueFd one = dialed(path);
        const UniqueFd two = dialed(path);
        listener->start();
        QTRY_VERIFY(listener == nullptr);
        QTRY_VERIFY(atEnd(two));
    }

    void manyClientsAtOnce()
    {
        const QByteArray path = m_directory.filePath("many");
        Fixture f(path);
        std::vector<UniqueFd> clients;
        for (int i = 0; i < 200; ++i)
            clients.push_back(dialed(path));
        QTRY_COMPARE(f.clients.size(), size_t{ 200 });
    }
};

QTEST_GUILESS_MAIN(TestListener)

} // namespace tst_listener

#include "tst_listener.moc"
