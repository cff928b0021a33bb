// SPDX-License-Identifier: MIT
#include "engine/recorded.h"
#include "engine/sessionfixture.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <thread>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_tap {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;
using namespace std::chrono_literals;

TapRequest tapping(const QByteArray &name, const char *framing = "int32le")
{
    TapRequest request;
    request.name = name;
    request.talk = talking(framing);
    return request;
}

quint64 inodeAt(const QByteArray &path)
{
    struct stat facts { };
    return ::lstat(path.constData(), &facts) == 0 ? facts.st_ino : 0;
}

QStringList filesIn(const QByteArray &directory)
{
    return QDir(QString::fromUtf8(directory)).entryList(QDir::System | QDir::Files | QDir::Hidden);
}

/// Whether somebody waits to be accepted.
bool hasClient(const UniqueFd &listener)
{
    pollfd waiting{ listener.get(), POLLIN, 0 };
    return ::poll(&waiting, 1, 0) == 1;
}

/// A blocking exchange of one message, as a client of another process would do it; whether all of it worked. Like a
/// .NET client it dials again where there is no file, or nobody listens yet.
bool askOnce(const QByteArray &path, const QByteArray &message)
{
    UniqueFd socket = dialed(path);
    for (int i = 0; i < 10'000 && !socket.isValid(); ++i) {
        std::this_thread::sleep_for(100us);
        socket = dialed(path);
    }
    const QByteArray wire = framed(message);
    if (!socket.isValid() || ::send(socket.get(), wire.constData(), static_cast<size_t>(wire.size()), MSG_NOSIGNAL) < 0)
        return false;
    QByteArray read(wire.size(), Qt::Uninitialized);
    const ssize_t size = ::recv(socket.get(), read.data(), static_cast<size_t>(read.size()), MSG_WAITALL);
    return size == wire.size() && read == wire;
}

void echoUntilEnd(const UniqueFd &socket)
{
    std::array<char, 4096> buffer{};
    while (true) {
        const ssize_t size = ::recv(socket.get(), buffer.data(), buffer.size(), 0);
        if (size <= 0 || ::send(socket.get(), buffer.data(), static_cast<size_t>(size), MSG_NOSIGNAL) < 0)
            return;
    }
}

/// In a thread of its own until it is destroyed.
class Server {
public:
    enum Kind {
        Persistent, ///< one listener, a client after the other
        Classic, ///< binds, answers one client, deletes its file, closes, and binds again
    };

    Server(QByteArray path, Kind kind)
        : m_path(std::move(path))
        , m_listener(listeningAt(m_path, 4096))
        , m_thread([this, kind] { run(kind); })
    {
    }
    ~Server()
    {
        m_stop = true;
        m_thread.join();
    }

    [[nodiscard]] int incarnations() const { return m_incarnations; }

private:
    void run(Kind kind)
    {
        while (!m_stop) {
            pollfd waiting{ m_listener.get(), POLLIN, 0 };
            if (::poll(&waiting, 1, 20) <= 0)
                continue;
            {
                const UniqueFd socket(::accept(m_listener.get(), nullptr, nullptr));
                echoUntilEnd(socket);
            }
            if (kind == Persistent)
                continue;
            ::unlink(m_path.constData());
            m_listener.reset();
            m_listener = listeningAt(m_path, 4096);
            ++m_incarnations;
        }
    }

    QByteArray m_path;
    UniqueFd m_listener;
    std::atomic<int> m_incarnations = 1;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

class TestTap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatBothSay()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_tapped");
        const UniqueFd listener = listeningAt(path);
        ::chmod(path.constData(), 0640);
        const quint64 inode = inodeAt(path);
        SessionFixture f(tapping("tapped"));
        QVERIFY(f.wait());
        QVERIFY(inodeAt(path) != inode);
        struct stat facts { };
        QCOMPARE(::lstat(path.constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777U, 0640U);

        const UniqueFd client = f.client();
        writeAll(client, framed("question"));
        QTRY_VERIFY(hasClient(listener));
        UniqueFd server = accepted(listener);
        makeNonBlocking(server);
        QByteArray atServer;
        QTRY_VERIFY((atServer += readAvailable(server)) == framed("question"));
        writeAll(server, framed("answer"));
        QByteArray atClient;
        QTRY_VERIFY((atClient += readAvailable(client)) == framed("answer"));
        QTRY_COMPARE(f.messages.count(), 2);
        const auto recording = f.session.recording();
        QCOMPARE(payloadsOf(*recording, Side::Client), QByteArrayList({ "question" }));
        QCOMPARE(payloadsOf(*recording, Side::Server), QByteArrayList({ "answer" }));
        QVERIFY(!f.session.canSend());
        const ConnectionState state = f.session.connections().front();
        QCOMPARE(state.ours, std::nullopt);
        QCOMPARE(state.peers.client.pid, ::getpid());
        QCOMPARE(state.peers.server.pid, ::getpid());

        // The name is given back at once; the connection goes on.
        f.session.leave();
        QCOMPARE(inodeAt(path), inode);
        QCOMPARE(filesIn(directory.path()), QStringList({ QStringLiteral("CoreFxPipe_tapped") }));
        writeAll(client, framed("more"));
        QTRY_VERIFY((atServer += readAvailable(server)).endsWith(framed("more")));
        QCOMPARE(f.ended.count(), 0);
        server.reset();
        QTRY_COMPARE(f.ended.count(), 1);
        QVERIFY(f.problems.isEmpty());
    }

    void whatCannotBeTapped_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing there") << QByteArray("none") << static_cast<int>(ErrorCode::NoSuchPipe);
        QTest::newRow("a dead server") << QByteArray("dead") << static_cast<int>(ErrorCode::NobodyListening);
        QTest::newRow("bound, but not listening") << QByteArray("bound") << static_cast<int>(ErrorCode::NotListening);
        QTest::newRow("shut down") << QByteArray("shut") << static_cast<int>(ErrorCode::ListenerShutDown);
        QTest::newRow("no socket") << QByteArray("file") << static_cast<int>(ErrorCode::NotASocket);
    }

    void whatCannotBeTapped()
    {
        QFETCH(QByteArray, kind);
        QFETCH(int, code);
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd held;
        if (kind == "dead" || kind == "bound")
            held = boundAt(path);
        if (kind == "dead")
            held.reset();
        if (kind == "shut")
            ::shutdown((held = listeningAt(path)).get(), SHUT_RDWR);
        if (kind == "file")
            QVERIFY(QFile(QString::fromUtf8(path)).open(QIODevice::WriteOnly));
        const QStringList before = filesIn(directory.path());
        SessionFixture f(tapping("x"));
        QCOMPARE(static_cast<int>(f.failure()), code);
        QCOMPARE(filesIn(directory.path()), before);
    }

    /// A server that closes its listener before it accepted a client, and binds again.
    void aClientThatWasNotAcceptedIsKept()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_kept");
        UniqueFd listener = listeningAt(path);
        SessionFixture f(tapping("kept"));
        QSignalSpy recreated(&f.session, &Session::recreated);
        QSignalSpy held(&f.session, &Session::connectionHeld);
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        writeAll(client, framed("still here"));
        QTest::qWait(50); // the server has it in its backlog
        ::unlink(path.constData());
        listener.reset();
        QTest::qWait(20);
        listener = listeningAt(path);
        QTRY_COMPARE(recreated.count(), 1);
        QTRY_VERIFY(hasClient(listener));
        const UniqueFd server = accepted(listener);
        makeNonBlocking(server);
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(server)) == framed("still here"));
        writeAll(server, framed("welcome"));
        QByteArray answer;
        QTRY_VERIFY((answer += readAvailable(client)) == framed("welcome"));
        QCOMPARE(held.count(), 1);
        // The first one had no client that it accepted: somebody may have passed.
        QCOMPARE(f.session.missedConnections(), quint64{ 1 });
        f.session.close();
        QCOMPARE(filesIn(directory.path()), QStringList({ QStringLiteral("CoreFxPipe_kept") }));
    }

    /// The tap is left while the server is away.
    void aClientThatIsKeptGoesByTheNameAfterwards()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_left");
        UniqueFd listener = listeningAt(path);
        SessionFixture f(tapping("left"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        writeAll(client, framed("still here"));
        QTRY_VERIFY(hasClient(listener));
        ::unlink(path.constData());
        listener.reset();
        f.session.leave();
        QTest::qWait(20);
        listener = listeningAt(path);
        QTRY_VERIFY(hasClient(listener));
        const UniqueFd server = accepted(listener);
        makeNonBlocking(server);
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(server)) == framed("still here"));
        f.session.close();
        QCOMPARE(filesIn(directory.path()), QStringList({ QStringLiteral("CoreFxPipe_left") }));
    }

    /// A process that was killed makes no pipe: nobody waits for it, and the kernel refuses clients as without a tap.
    void nobodyWaitsForAServerThatWasKilled()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_killed");
        ChildProcess process;
        QVERIFY(process.start([&path] {
            static UniqueFd listener = listeningAt(path); // of the child, until it ends
            return listener.isValid();
        }));
        const quint64 inode = inodeAt(path);
        SessionFixture f(tapping("killed"));
        QSignalSpy recreated(&f.session, &Session::recreated);
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        writeAll(client, framed("in vain"));
        QTest::qWait(50); // the server has it in its backlog
        QElapsedTimer time;
        time.start();
        process.stop();
        QTRY_VERIFY(atEnd(client));
        QTRY_COMPARE(inodeAt(path), inode);
        QVERIFY2(time.elapsed() < 4000, "a client was held");
        QVERIFY(!dialed(path).isValid());
        QTRY_COMPARE(f.problems.count(), 1);
        QCOMPARE(f.problems.front().front().value<Error>().code, ErrorCode::NobodyListening);
        QCOMPARE(f.opened.count(), 0);

        // It is started again.
        ::unlink(path.constData());
        const UniqueFd listener = listeningAt(path);
        QTRY_COMPARE(recreated.count(), 1);
        const UniqueFd next = f.client();
        QTRY_VERIFY(hasClient(listener));
        const UniqueFd server = accepted(listener);
        QTRY_COMPARE(f.opened.count(), 1);
        QCOMPARE(f.session.missedConnections(), quint64{ 0 });
        f.session.close();
        QCOMPARE(filesIn(directory.path()), QStringList({ QStringLiteral("CoreFxPipe_killed") }));
    }

    /// Clients back to back at a server that makes its pipe anew for each.
    void theClassicLoop()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_loop");
        constexpr int rounds = 300;
        int failures = 0;
        quint64 missed = 0;
        quint64 seen = 0;
        {
            Server server(path, Server::Classic);
            SessionFixture f(tapping("loop"));
            QVERIFY(f.wait());
            std::atomic<int> done = 0;
            std::atomic<int> failed = 0;
            std::thread clients([&] {
                for (int i = 0; i < rounds; ++i) {
                    failed += askOnce(path, "round " + QByteArray::number(i)) ? 0 : 1;
                    ++done;
                }
            });
            // QTRY_COMPARE() sleeps between events.
            QEventLoop loop;
            QTimer look;
            connect(&look, &QTimer::timeout, &loop, [&] {
                if (done == rounds)
                    loop.quit();
            });
            look.start(5ms);
            loop.exec();
            clients.join();
            failures = failed;
            QTRY_COMPARE(f.session.connections().size(), size_t{ 0 });
            f.session.close();
            missed = f.session.missedConnections();
            seen = static_cast<quint64>(payloadsOf(*f.session.recording(), Side::Client).size());
            QVERIFY(f.problems.isEmpty());
        }
        const QByteArray figures = QByteArray::number(failures) + " failed, " + QByteArray::number(seen) + " seen, "
            + QByteArray::number(missed) + " missed";
        QVERIFY2(failures <= rounds / 10, figures.constData());
        QVERIFY2(seen + missed + static_cast<quint64>(failures) >= rounds, figures.constData());
        QCOMPARE(filesIn(directory.path()).size(), 1);
    }

    /// Nobody fails, and nothing is lost, while the name changes hands.
    void enteringAndLeavingUnderLoad()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_busy");
        Server server(path, Server::Persistent);
        std::atomic<bool> stop = false;
        std::atomic<int> failed = 0;
        std::atomic<int> asked = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i)
            clients.emplace_back([&, i] {
                while (!stop) {
                    failed += askOnce(path, QByteArray(100 + i, 'x')) ? 0 : 1;
                    ++asked;
                }
            });
        for (int round = 0; round < 20; ++round) {
            SessionFixture f(tapping("busy"));
            QVERIFY(f.wait());
            QTest::qWait(5);
            f.session.leave();
            QTRY_COMPARE(f.ended.count(), 1);
            QVERIFY(f.problems.isEmpty());
        }
        stop = true;
        for (std::thread &client : clients)
            client.join();
        QCOMPARE(failed.load(), 0);
        QVERIFY(asked > 100);
        QCOMPARE(filesIn(directory.path()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTap)

} // namespace tst_tap

#include "tst_tap.moc"
