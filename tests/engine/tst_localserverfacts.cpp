// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>
#include <QLocalServer>
#include <QPointer>
#include <QSocketNotifier>

#include <cstring>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_localserverfacts {

using namespace pipeglass;
using namespace pipeglass::test;

class Server : public QLocalServer {
public:
    std::vector<UniqueFd> clients;

protected:
    void incomingConnection(quintptr descriptor) override { clients.emplace_back(static_cast<int>(descriptor)); }
};

/// What engine::Listener relies on and Qt does not promise. If one of these fails with a new Qt, look at listener.cpp.
class TestLocalServerFacts : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;
    QByteArray m_path;
    UniqueFd m_socket;
    int m_given = -1;
    std::unique_ptr<Server> m_server;

private Q_SLOTS:
    void init()
    {
        m_path = m_directory.filePath(QTest::currentTestFunction());
        m_socket = UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        m_server = std::make_unique<Server>();
        m_given = ::fcntl(m_socket.get(), F_DUPFD_CLOEXEC, 0);
        QVERIFY(m_server->listen(m_given));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(&address.sun_path[0], m_path.constData(), static_cast<size_t>(m_path.size()));
        QCOMPARE(::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::listen(m_socket.get(), 16), 0);
    }

    void cleanup()
    {
        m_server.reset();
        m_socket.reset();
        QVERIFY(QFile::exists(QString::fromLatin1(m_path))); // Qt never removes a file of ours
    }

    void acceptsOnASocketThatGotItsNameLater()
    {
        const UniqueFd client = dialed(m_path);
        QVERIFY(client.isValid());
        QTRY_COMPARE(m_server->clients.size(), size_t{ 1 });
    }

    void knowsNoNameAndClosesNothing()
    {
        QVERIFY(!m_server->isListening());
        QVERIFY(m_server->fullServerName().isEmpty());
        m_server->close();
        QVERIFY(QFile::exists(QString::fromLatin1(m_path)));
        const UniqueFd client = dialed(m_path);
        QTRY_COMPARE(m_server->clients.size(), size_t{ 1 });
    }

    void itsEndLeavesTheDescriptorOpen()
    {
        QVERIFY(m_server->findChild<QSocketNotifier *>()->isEnabled());
        m_server.reset();
        QVERIFY(::fcntl(m_given, F_GETFD) >= 0);
        ::close(m_given);
    }

    void itsNotifierGoesWhenItCannotAccept()
    {
        const QPointer<QSocketNotifier> notifier = m_server->findChild<QSocketNotifier *>();
        QVERIFY(notifier != nullptr);
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        const UniqueFd client = dialed(m_path);
        rlimit none = limit;
        none.rlim_cur = 3;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const bool gone = QTest::qWaitFor([&notifier] { return notifier == nullptr; });
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY(gone);
        QCOMPARE(::fcntl(m_given, F_GETFD), -1); // this time it closed what it was given
        const UniqueFd late = accepted(m_socket); // our own descriptor still listens, and the client waits there
        QVERIFY(late.isValid());
    }
};

QTEST_GUILESS_MAIN(TestLocalServerFacts)

} // namespace tst_localserverfacts

#include "tst_localserverfacts.moc"
