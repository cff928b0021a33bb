// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "engine/sockets/dialer.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QSignalSpy>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_dialer {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

Destination held(const QByteArray &path)
{
    catalog::ResolvedFile file;
    file.fd = UniqueFd(::open(path.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    file.path = path;
    return { std::move(file), {} };
}

struct Dial {
    explicit Dial(const QByteArray &path, int timeoutMs = 20'000)
        : dialer(held(path), timeoutMs)
        , connected(&dialer, &Dialer::connected)
    {
        QObject::connect(&dialer, &Dialer::failed, &dialer, [this](const Error &error) { errors.push_back(error); });
        dialer.start();
    }

    Dialer dialer;
    QSignalSpy connected;
    std::vector<Error> errors;
};

class TestDialer : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

private Q_SLOTS:
    void connectsAndLosesNoEarlyByte()
    {
        const QByteArray path = m_directory.filePath("early");
        const UniqueFd listener = listeningAt(path);
        Dial dial(path);
        QTRY_COMPARE(dial.connected.count(), 1);
        const UniqueFd server = accepted(listener);
        writeAll(server, "early");
        const UniqueFd socket = dial.dialer.takeSocket();
        QTest::qWait(5); // the dialling socket is gone by now
        QCOMPARE(dial.dialer.takeEarlyBytes() + readAvailable(socket), QByteArray("early"));
        QVERIFY(!atEnd(server));
        writeAll(socket, "back");
        QCOMPARE(readAvailable(server), QByteArray("back"));
    }

    void oddNamesAreOnlyBytes_data()
    {
        QTest::addColumn<QByteArray>("leaf");
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80");
        QTest::newRow("newline and escape") << QByteArray("a\nb\x1b[31m");
        QTest::newRow("107 bytes") << QByteArray(107 - m_directory.path().size() - 1, 'n');
    }

    void oddNamesAreOnlyBytes()
    {
        QFETCH(QByteArray, leaf);
        const UniqueFd listener = listeningAt(m_directory.filePath(leaf));
        Dial dial(m_directory.filePath(leaf));
        QTRY_COMPARE(dial.connected.count(), 1);
    }

    void dialsTheFileAndNotTheName()
    {
        const QByteArray path = m_directory.filePath("moved");
        const UniqueFd first = listeningAt(path);
        Dial dial(path);
        QCOMPARE(::unlink(path.constData()), 0);
        const UniqueFd second = listeningAt(path);
        QTRY_COMPARE(dial.connected.count(), 1);
        makeNonBlocking(first);
        makeNonBlocking(second);
        QVERIFY(accepted(first).isValid());
        QVERIFY(!accepted(second).isValid());
    }

    void saysWhatIsWrong()
    {
        const QByteArray stale = m_directory.filePath("stale");
        boundAt(stale).reset();
        Dial nobody(stale);
        QTRY_COMPARE(nobody.errors.size(), size_t{ 1 });
        QCOMPARE(nobody.errors[0].code, ErrorCode::NobodyListening);
        QCOMPARE(nobody.errors[0].subject, stale);

        const QByteArray packets = m_directory.filePath("packets");
        const UniqueFd seqpacket = listeningAt(packets, 1, SOCK_SEQPACKET);
        Dial wrong(packets);
        QTRY_COMPARE(wrong.errors.size(), size_t{ 1 });
        QCOMPARE(wrong.errors[0].code, ErrorCode::WrongSocketType);
    }

    void saysThatItMayNot()
    {
        if (::geteuid() != 0)
            QSKIP("only root can become somebody who may not");
        const QByteArray path = m_directory.filePath("mine");
        const UniqueFd listener = listeningAt(path);
        QCOMPARE(::chmod(path.constData(), 0700), 0);
        Dial dial(path);
        QCOMPARE(::seteuid(65534), 0);
        const bool failed = QTest::qWaitFor([&dial] { return !dial.errors.empty(); });
        QCOMPARE(::seteuid(0), 0);
        QVERIFY(failed);
        QCOMPARE(dial.errors[0].code, ErrorCode::PermissionDenied);
    }

    void aFullBacklogIsWaitedFor()
    {
        const QByteArray path = m_directory.filePath("full");
        const UniqueFd listener = listeningAt(path, 0);
        std::vector<UniqueFd> waiting;
        waiting.push_back(dialed(path)); // a backlog of 0 holds one
        Dial dial(path);
        QTest::qWait(120);
        QCOMPARE(dial.connected.count(), 0);
        QVERIFY(dial.errors.empty());
        const UniqueFd first = accepted(listener);
        QTRY_COMPARE(dial.connected.count(), 1);
    }

    void aFullBacklogTimesOut()
    {
        const QByteArray path = m_directory.filePath("busy");
        const UniqueFd listener = listeningAt(path, 0);
        const UniqueFd waiting = dialed(path);
        Dial dial(path, 100);
        QTRY_COMPARE(dial.errors.size(), size_t{ 1 });
        QCOMPARE(dial.errors[0].code, ErrorCode::TimedOut);
        QCOMPARE(dial.connected.count(), 0);
    }

    void stoppingIsSilent()
    {
        const QByteArray path = m_directory.filePath("stopped");
        const UniqueFd listener = listeningAt(path);
        Dial dial(path);
        dial.dialer.stop();
        QTest::qWait(5);
        QCOMPARE(dial.connected.count(), 0);
        QVERIFY(dial.errors.empty());
    }
};

QTEST_GUILESS_MAIN(TestDialer)

} // namespace tst_dialer

#include "tst_dialer.moc"
