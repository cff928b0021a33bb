// SPDX-License-Identifier: MIT
#include "child.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <pty.h>

namespace tst_runcommand {

using namespace pipeglass;
using namespace pipeglass::test;

using Words = std::vector<QByteArray>;

/// A server that makes its pipe anew for each of N clients, and N clients that try until they are connected. Each
/// message is answered with itself. Clients fail where a message is not answered.
const char *const peers = R"(
import os, socket, struct, sys, time
role, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
path = os.path.join(os.environ['TMPDIR'], 'CoreFxPipe_' + name)
def serve():
    for _ in range(count):
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(path)
        listener.listen(1)
        link, _ = listener.accept()
        os.unlink(path)
        listener.close()
        while True:
            data = link.recv(4096)
            if not data:
                break
            link.sendall(data)
        link.close()
def ask():
    for number in range(count):
        deadline = time.time() + 20
        while True:
            link = socket.socket(socket.AF_UNIX)
            try:
                link.connect(path)
                break
            except (FileNotFoundError, ConnectionRefusedError):
                link.close()
                if time.time() > deadline:
                    sys.exit(9)
                time.sleep(0.001)
        message = b'round %d' % number
        message = struct.pack('<i', len(message)) + message
        link.sendall(message)
        if link.recv(4096) != message:
            sys.exit(8)
        link.close()
serve() if role == 'serve' else ask()
)";

struct Log {
    QList<QJsonObject> events;

    explicit Log(const QByteArray &path)
    {
        QFile file(QString::fromUtf8(path));
        if (!file.open(QIODevice::ReadOnly))
            return;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                events += QJsonDocument::fromJson(line).object();
        }
    }
    [[nodiscard]] QList<QJsonObject> named(const char *name) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &event : events) {
            if (event.value(QLatin1String("event")).toString() == QLatin1String(name))
                found += event;
        }
        return found;
    }
    [[nodiscard]] qsizetype count(const char *name) const { return named(name).size(); }
};

/// The window size and signals of a terminal of its own, whose foreground process group is that of the child.
class Terminal {
public:
    explicit Terminal(const Words &words)
    {
        Words kept{ PIPEGLASS_COMMAND };
        kept.insert(kept.end(), words.begin(), words.end());
        std::vector<char *> argv;
        for (QByteArray &word : kept)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        m_pid = ::forkpty(&m_master, nullptr, nullptr, nullptr);
        if (m_pid == 0) {
            ::execv(argv[0], argv.data());
            ::_exit(127);
        }
        ::fcntl(m_master, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        ::close(m_master);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    void type(const QByteArray &keys) const
    {
        (void)!::write(m_master, keys.constData(), static_cast<size_t>(keys.size()));
    }
    bool waitFor(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                char chunk[4096];
                for (ssize_t size = 0; (size = ::read(m_master, chunk, sizeof chunk)) > 0;)
                    m_seen.append(chunk, size);
                return m_seen.contains(text);
            },
            30'000);
    }
    /// Waits until it stops or ends.
    int waitStatus(int flags)
    {
        int status = -1;
        (void)QTest::qWaitFor([&] { return ::waitpid(m_pid, &status, WNOHANG | flags) == m_pid; }, 30'000);
        return status;
    }
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    int m_master = -1;
    pid_t m_pid = -1;
    QByteArray m_seen;
};

/// `pipeglass run` as a process.
class TestRunCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAsTheProgram_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("good") << Words{ "true" } << 0;
        QTest::newRow("a status") << Words{ "sh", "-c", "exit 42" } << 42;
        QTest::newRow("a signal") << Words{ "sh", "-c", "kill -TERM $$" } << 128 + SIGTERM;
        QTest::newRow("killed") << Words{ "sh", "-c", "kill -KILL $$" } << 128 + SIGKILL;
        QTest::newRow("no program") << Words{ "no-program-has-this-name" } << 127;
        QTest::newRow("no file") << Words{ "/nowhere-at-all/program" } << 127;
        QTest::newRow("not executable") << Words{ "/etc/passwd" } << 126;
        QTest::newRow("a directory") << Words{ "/" } << 126;
        QTest::newRow("nested") << Words{ PIPEGLASS_COMMAND, "run", "true" } << 1;
    }

    void endsAsTheProgram()
    {
        QFETCH(const Words, words);
        QFETCH(const int, code);
        const PrivateDirectory directory;
        Words all{ "run", "--" };
        all.insert(all.end(), words.begin(), words.end());
        Child run(all);
        QCOMPARE(run.finish(), code);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.err.isEmpty(), code != 1 && code != 126 && code != 127);
    }

    void changesNothingOfTheProgram()
    {
        const PrivateDirectory directory;
        // Environment, limits, ignored and blocked signals, descriptors.
        const Words look{ "sh",
                          "-c",
                          "env | sort | grep -v ^_=; ulimit -n; grep -E '^Sig(Ign|Blk|Cgt)' /proc/self/status; "
                          "ls /proc/self/fd | wc -l; cat; echo $0 \"$@\"",
                          "zero",
                          "one",
                          "--",
                          "-two" };
        const auto output = [](const Words &words, const QByteArray &program) {
            std::array<int, 2> input{};
            if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::write(input[1], "input\n", 6) != 6)
                return QByteArray();
            ::close(input[1]);
            const UniqueFd kept(input[0]);
            Child child(words, -1, kept.get(), program);
            child.finish();
            return child.out;
        };
        const QByteArray expected = output(look, "/usr/bin/env");
        QVERIFY(expected.contains("input\nzero one -- -two\n"));
        Words words{ "run", "--" };
        words.insert(words.end(), look.begin(), look.end());
        QCOMPARE(output(words, PIPEGLASS_COMMAND), expected);
    }

    void missesNothingBetweenServerAndClients()
    {
        constexpr int rounds = 100;
        const PrivateDirectory directory;
        const QByteArray log = directory.filePath("log");
        const QByteArray script = "printf '%s' \"$PEERS\" > \"$TMPDIR/peers.py\"; python3 \"$TMPDIR/peers.py\" serve x "
            + QByteArray::number(rounds) + " & python3 \"$TMPDIR/peers.py\" ask x " + QByteArray::number(rounds)
            + "; s=$?; wait; exit $s";
        qputenv("PEERS", peers);
        Child run({ "run", "--log", log, "--record", directory.filePath("r.pcapng"), "--", "sh", "-c", script });
        QCOMPARE(run.finish(), 0);
        QCOMPARE(run.err, QByteArray());
        const Log events(log);
        QCOMPARE(events.count("tapped"), 1);
        QCOMPARE(events.count("connected"), rounds);
        QCOMPARE(events.count("message"), 2 * rounds);
        QCOMPARE(events.count("closed"), rounds);
        QCOMPARE(events.count("missed"), 0);
        QCOMPARE(events.count("left"), 1);
        QCOMPARE(
            events.named("connected").front().value(QLatin1String("path")).toString(),
            QString::fromUtf8(directory.filePath("CoreFxPipe_x")));
        QCOMPARE(hiddenFiles(directory), QStringList());
    }

    void recordsPipesOfOthers()
    {
        constexpr int rounds = 50;
        const PrivateDirectory directory;
        const QByteArray log = directory.filePath("log");
        TestServer server(directory.filePath("CoreFxPipe_theirs"));
        server.onBytes = [](int fd, const QByteArray &bytes) { TestServer::write(fd, bytes); };
        Child run({ "run", "--log", log, "python3", "-c", peers, "ask", "theirs", QByteArray::number(rounds) });
        QCOMPARE(run.finish(), 0);
        const Log events(log);
        QCOMPARE(events.count("tapped"), 1);
        QCOMPARE(events.count("message"), 2 * rounds);
        QCOMPARE(
            events.named("tapped")
                .front()
                .value(QLatin1String("server"))
                .toObject()
                .value(QLatin1String("pid"))
                .toInt(),
            ::getpid());
        QCOMPARE(hiddenFiles(directory), QStringList());
    }

    void refusalsAreThoseOfTheKernel_data()
    {
        QTest::addColumn<QByteArray>("make");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("no file") << QByteArray() << QByteArray("ENOENT");
        QTest::newRow("stale") << QByteArray("s=socket.socket(socket.AF_UNIX); s.bind(p); s.close()")
                               << QByteArray("ECONNREFUSED");
        QTest::newRow("bound") << QByteArray("s=socket.socket(socket.AF_UNIX); s.bind(p)")
                               << QByteArray("ECONNREFUSED");
        QTest::newRow("ordinary file") << QByteArray("open(p, 'w')") << QByteArray("ECONNREFUSED");
        QTest::newRow("datagram") << QByteArray("s=socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(p)")
                                  << QByteArray("EPROTOTYPE");
        QTest::newRow("seqpacket") << QByteArray(
            "s=socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET); s.bind(p); s.listen()")
                                   << QByteArray("EPROTOTYPE");
    }

    void refusalsAreThoseOfTheKernel()
    {
        QFETCH(const QByteArray, make);
        QFETCH(const QByteArray, error);
        const PrivateDirectory directory;
        const QByteArray script = "import errno, os, socket, sys\np=os.environ['TMPDIR']+'/CoreFxPipe_x'\n" + make
            + "\nfor blocking in (True, False):\n c=socket.socket(socket.AF_UNIX); c.setblocking(blocking)\n"
              " print(errno.errorcode[c.connect_ex(p)])\n";
        Child run({ "run", "python3", "-c", script });
        QCOMPARE(run.finish(), 0);
        QCOMPARE(run.out, error + '\n' + error + '\n');
    }

    void signalsArePassedOn()
    {
        const PrivateDirectory directory;
        Child run({ "run", "sh", "-c",
                    "trap 'echo usr1' USR1; trap 'echo term; exit 5' TERM; echo up; "
                    "while :; do sleep 0.02; done" });
        QVERIFY(run.waitForOut("up\n"));
        run.signal(SIGUSR1);
        QVERIFY(run.waitForOut("usr1\n"));
        run.signal(SIGTERM);
        QCOMPARE(run.finish(), 5);
        QCOMPARE(run.out, QByteArray("up\nusr1\nterm\n"));
    }

    void theTerminalInterruptsTheProgramOnce()
    {
        const PrivateDirectory directory;
        Terminal terminal({ "run", "sh", "-c",
                            "trap 'n=$((n+1)); echo got=$n=' INT; echo up; until read line; do :; done; "
                            "echo line=$line=; exit 7" });
        QVERIFY(terminal.waitFor("up"));
        terminal.type("\x03");
        QVERIFY(terminal.waitFor("got=1="));
        terminal.type("text\n");
        QVERIFY(terminal.waitFor("line=text="));
        const int status = terminal.waitStatus(0);
        QCOMPARE(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 7);
    }

    /// By the same signal, so that a shell sees an interrupted job, as with env(1).
    void endsAsTheTerminalEndsTheProgram_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("number");
        QTest::newRow("interrupt") << QByteArray("\x03") << SIGINT;
        QTest::newRow("quit") << QByteArray("\x1c") << SIGQUIT;
    }

    void endsAsTheTerminalEndsTheProgram()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, number);
        const PrivateDirectory directory;
        Terminal terminal({ "run", "sh", "-c", "ulimit -c 0; echo up; exec sleep 60" });
        QVERIFY(terminal.waitFor("up"));
        terminal.type(key);
        const int status = terminal.waitStatus(0);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), number);
    }

    void stopsWithTheProgram()
    {
        const PrivateDirectory directory;
        // In a session of its own with a parent in another group, as under a shell with job control.
        Child run({ "run", "sh", "-c", "echo up; kill -STOP $$; echo on; exit 3" });
        QVERIFY(run.waitForOut("up\n"));
        QVERIFY(run.waitUntilStopped());
        run.signal(SIGCONT);
        QCOMPARE(run.finish(), 3);
        QCOMPARE(run.out, QByteArray("up\non\n"));
    }

    /// kill -9: the name leads to its server at once, and the program can listen and connect as before.
    void theProgramSurvivesUs()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const QByteArray script =
            "import os, socket, sys\np=os.environ['TMPDIR']+'/CoreFxPipe_x'\n"
            "def listen():\n s=socket.socket(socket.AF_UNIX); s.bind(p); s.listen(); print('up', flush=True); return "
            "s\n"
            "s=listen()\nsys.stdin.read()\n"
            "while True:\n"
            " l,_=s.accept(); l.sendall(b'hello'); l.close(); s.close(); os.unlink(p); s=listen()\n"
            " c=socket.socket(socket.AF_UNIX); c.connect(p); print('connected', flush=True); c.close()\n"
            " l,_=s.accept(); l.close()\n break\n";
        std::array<int, 2> input{};
        QCOMPARE(::pipe2(input.data(), O_CLOEXEC), 0);
        auto run = std::make_unique<Child>(Words{ "run", "python3", "-c", script }, -1, input[0]);
        QVERIFY(run->waitForOut("up\n"));
        QTRY_VERIFY(!hiddenFiles(directory).isEmpty());
        run->signal(SIGKILL);
        QTRY_COMPARE(hiddenFiles(directory), QStringList());
        ::close(input[1]);
        ::close(input[0]);
        const UniqueFd client = connectedSocket(path);
        char text[6] = {};
        QCOMPARE(::recv(client.get(), text, 5, MSG_WAITALL), 5);
        QVERIFY(run->waitForOut("connected\n"));
    }

private:
    static QStringList hiddenFiles(const PrivateDirectory &directory)
    {
        return QDir(QString::fromUtf8(directory.path()))
            .entryList({ QStringLiteral(".pipeglass-*") }, QDir::System | QDir::Hidden | QDir::Files);
    }
};

QTEST_GUILESS_MAIN(TestRunCommand)

} // namespace tst_runcommand

#include "tst_runcommand.moc"
