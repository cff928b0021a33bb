// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>
#include <QLocalServer>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
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
    UniqueFd m_idle;
    int m_given = -1;
    std::unique_ptr<Server> m_server;

    void makeServer()
    {
        m_server = std::make_unique<Server>();
        m_given = ::fcntl(m_idle.get(), F_DUPFD_CLOEXEC, 0);
        QVERIFY(m_server->listen(m_given));
        QCOMPARE(::dup3(m_socket.get(), m_given, O_CLOEXEC), m_given);
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_directory.filePath(QTest::currentTestFunction());
        m_socket = listeningAt(m_path);
        m_idle = UniqueFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
        makeServer();
    }

    void cleanup()
    {
        m_server.reset();
        m_socket.reset();
        QVERIFY(QFile::exists(QString::fromLatin1(m_path))); // Qt never removes a file of ours
    }

    void acceptsOnASocketThatTookThePlaceOfAnother()
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
        m_server.reset();
        QVERIFY(::fcntl(m_given, F_GETFD) >= 0);
        ::close(m_given);
    }

    void saysThatItGaveUpWhenItCannotAccept()
    {
        QVERIFY(m_server->errorString().isEmpty());
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        const UniqueFd client = dialed(m_path);
        rlimit none = limit;
        none.rlim_cur = 3;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const bool gone = QTest::qWaitFor([this] { return !m_server->errorString().isEmpty(); });
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY(gone);
        QCOMPARE(::fcntl(m_given, F_GETFD), -1); // this time it closed what it was given
        makeServer(); // another one goes on where it ended
        QTRY_COMPARE(m_server->clients.size(), size_t{ 1 });
    }
};

QTEST_GUILESS_MAIN(TestLocalServerFacts)

} // namespace tst_localserverfacts

#include "tst_localserverfacts.moc"
