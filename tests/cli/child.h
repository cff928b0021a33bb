// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"
#include "support/testmain.h"

#include <QByteArray>

#include <array>
#include <csignal>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::test {

/// The real `pipeglass`, with arguments of any bytes (QProcess supports text only) and given descriptors; killed by its
/// pid in the destructor.
class Child {
public:
    /// `outFd` and `inFd` become its stdout and stdin; by default a pipe that is read, and an empty input. `program`:
    /// another one than `pipeglass`.
    explicit Child(
        const std::vector<QByteArray> &words, int outFd = -1, int inFd = -1,
        const QByteArray &program = PIPEGLASS_COMMAND)
    {
        std::array<int, 2> outPipe{};
        std::array<int, 2> errPipe{};
        if (::pipe2(outPipe.data(), O_CLOEXEC) != 0 || ::pipe2(errPipe.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        std::vector<QByteArray> kept{ program };
        kept.insert(kept.end(), words.begin(), words.end());
        std::vector<char *> argv;
        for (QByteArray &word : kept)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(inFd >= 0 ? inFd : ::open("/dev/null", O_RDONLY), 0);
            ::dup2(outFd >= 0 ? outFd : outPipe[1], 1);
            ::dup2(errPipe[1], 2);
            ::execv(argv[0], argv.data());
            ::_exit(127);
        }
        m_out = UniqueFd(outPipe[0]);
        m_err = UniqueFd(errPipe[0]);
        ::close(outPipe[1]);
        ::close(errPipe[1]);
        ::fcntl(m_out.get(), F_SETFL, O_NONBLOCK);
        ::fcntl(m_err.get(), F_SETFL, O_NONBLOCK);
    }
    ~Child()
    {
        if (m_pid > 0 && exitCode < 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    void signal(int number) const { ::kill(m_pid, number); }
    void closeOut() { m_out.reset(); }
    bool waitForOut(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return readMore(), out.contains(text); }, 30'000);
    }
    bool waitUntilStopped() const
    {
        return QTest::qWaitFor(
            [this] {
                siginfo_t info{};
                return ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WSTOPPED | WNOHANG | WNOWAIT) == 0
                    && info.si_pid == m_pid;
            },
            30'000);
    }
    /// Waits for its end; returns its exit code, or 128 + signal.
    int finish()
    {
        int status = 0;
        const bool ended = QTest::qWaitFor(
            [&] {
                readMore();
                return ::waitpid(m_pid, &status, WNOHANG) == m_pid;
            },
            60'000);
        if (!ended)
            return -1;
        readMore();
        exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return exitCode;
    }

    QByteArray out;
    QByteArray err;
    int exitCode = -1;

private:
    static void readInto(QByteArray &text, int fd)
    {
        std::array<char, 65536> chunk{};
        for (ssize_t size = 0; fd >= 0 && (size = ::read(fd, chunk.data(), chunk.size())) > 0;)
            text.append(chunk.data(), size);
    }
    void readMore()
    {
        readInto(out, m_out.get());
        readInto(err, m_err.get());
    }

    pid_t m_pid = -1;
    UniqueFd m_out;
    UniqueFd m_err;
};

} // namespace pipeglass::test
