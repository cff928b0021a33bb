// SPDX-License-Identifier: MIT
#include "exchange/echoing.h"
#include "exchange/repair.h"
#include "exchange/tapfixture.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <array>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_tapkilled {

using namespace pipeglass;
using namespace pipeglass::exchange;
using namespace pipeglass::test;

/// exchange_tapper as a child.
class Tapper {
public:
    Tapper(const QByteArray &path, bool watched)
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_output = UniqueFd(ends[0]);
        const UniqueFd theirs(ends[1]);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
        QByteArray program(PIPEGLASS_TEST_TAPPER);
        QByteArray argument = path;
        QByteArray word("watched");
        const std::array<char *, 4> words{ program.data(), argument.data(), watched ? word.data() : nullptr, nullptr };
        if (::posix_spawn(&m_pid, program.constData(), &actions, nullptr, words.data(), environ) != 0)
            m_pid = -1;
        ::posix_spawn_file_actions_destroy(&actions);
    }
    ~Tapper() { kill(); }
    Tapper(const Tapper &) = delete;
    Tapper &operator=(const Tapper &) = delete;

    /// Waits for its first tap, and then for so long. False if it ended.
    bool run(int microseconds)
    {
        if (!readWatcher())
            return false;
        QElapsedTimer timer;
        timer.start();
        for (;;) {
            const qint64 rest = microseconds * qint64{ 1000 } - timer.nsecsElapsed();
            const timespec wait{ 0, rest };
            pollfd output{ m_output.get(), POLLIN, 0 };
            if (rest <= 0 || ::ppoll(&output, 1, &wait, nullptr) == 0)
                return true;
            if (!readWatcher())
                return false;
        }
    }
    void kill()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_pid = -1;
    }
    void killWatcher() const
    {
        QFile name(QStringLiteral("/proc/%1/comm").arg(m_watcher));
        if (m_watcher > 0 && name.open(QIODevice::ReadOnly) && name.readAll().startsWith("pipeglass-tap-w"))
            ::kill(m_watcher, SIGKILL);
    }

private:
    bool readWatcher() { return ::read(m_output.get(), &m_watcher, sizeof m_watcher) == sizeof m_watcher; }

    UniqueFd m_output;
    pid_t m_pid = -1;
    pid_t m_watcher = 0;
};

enum class Repairer { Watcher, Command, CommandAfterHalfARepair };

class TestTapKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Whenever a tap is killed, the name leads to the original server afterwards, and nothing is left.
    void theNameComesBack_data()
    {
        QTest::addColumn<Repairer>("repairer");
        QTest::newRow("by the watcher") << Repairer::Watcher;
        QTest::newRow("by the command") << Repairer::Command;
        QTest::newRow("by the command, the watcher is killed too") << Repairer::CommandAfterHalfARepair;
    }

    void theNameComesBack()
    {
        QFETCH(Repairer, repairer);
        const TapFixture taps;
        EchoServer server(taps.path());
        const ino_t inode = statusOf(taps.path()).st_ino;
        qint64 longest = 0;
        const int rounds = numberFromEnvironment("PIPEGLASS_KILLS", 20);
        for (int i = 0; i < rounds; ++i) {
            Tapper tapper(taps.path(), repairer != Repairer::Command);
            QVERIFY(tapper.run(QRandomGenerator::global()->bounded(40'000)));
            tapper.kill();
            QElapsedTimer timer;
            timer.start();
            if (repairer == Repairer::CommandAfterHalfARepair) {
                ::usleep(QRandomGenerator::global()->bounded(3000U));
                tapper.killWatcher();
            }
            if (repairer != Repairer::Watcher)
                QTRY_VERIFY(isRepaired());
            while (repairer == Repairer::Watcher && statusOf(taps.path()).st_ino != inode && timer.elapsed() < 5000)
                ::usleep(500);
            longest = std::max(longest, timer.elapsed());
            QCOMPARE(statusOf(taps.path()).st_ino, inode);
            QTRY_VERIFY(isRepaired()); // it was killed before it had a watcher
            QVERIFY(filesIn(taps.journals()).empty());
            QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ "CoreFxPipe_a" });
            QCOMPARE(talk(taps.path()), QByteArray());
        }
        qInfo("%d of %d, the longest took %lld ms", rounds, rounds, longest);
    }

private:
    /// Once nobody else is at it.
    static bool isRepaired()
    {
        const std::vector<RepairOutcome> outcomes = repairAll();
        return std::none_of(
            outcomes.begin(), outcomes.end(), [](const RepairOutcome &one) { return one.isRunning || one.isLeft; });
    }
};

QTEST_GUILESS_MAIN(TestTapKilled)

} // namespace tst_tapkilled

#include "tst_tapkilled.moc"
