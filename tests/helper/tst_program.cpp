// SPDX-License-Identifier: MIT
#include "support/helperrequest.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QElapsedTimer>

#include <array>
#include <cstring>
#include <optional>
#include <random>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_program {

using namespace pipeglass;
using namespace pipeglass::helper;
using namespace pipeglass::test;

constexpr qint64 maxMs = 5000;

/// The running helper and our end of its socket.
class Running {
public:
    /// `link` becomes its stdin.
    explicit Running(int link)
    {
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, link, STDIN_FILENO);
        QByteArray program(PIPEGLASS_TEST_HELPER);
        std::array<char *, 2> argv{ program.data(), nullptr };
        if (::posix_spawn(&m_pid, program.constData(), &actions, nullptr, argv.data(), environ) != 0)
            qFatal("no helper");
        ::posix_spawn_file_actions_destroy(&actions);
        m_clock.start();
    }
    ~Running() { static_cast<void>(wait()); }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    [[nodiscard]] int wait()
    {
        if (m_pid > 0)
            ::waitpid(std::exchange(m_pid, -1), &m_status, 0);
        return m_status;
    }
    [[nodiscard]] qint64 elapsed() const { return m_clock.elapsed(); }

private:
    pid_t m_pid = -1;
    int m_status = -1;
    QElapsedTimer m_clock;
};

struct Link {
    UniqueFd ours;
    UniqueFd theirs;

    explicit Link(int type = SOCK_SEQPACKET)
    {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0)
            qFatal("no socket pair");
        ours = UniqueFd(ends[0]);
        theirs = UniqueFd(ends[1]);
    }
};

void sendWith(int link, const QByteArray &bytes, const std::vector<int> &fds)
{
    QByteArray copy = bytes;
    iovec part{ copy.data(), static_cast<size_t>(copy.size()) };
    alignas(cmsghdr) std::array<char, CMSG_SPACE(16 * sizeof(int))> control{};
    msghdr message{ nullptr, 0, &part, 1, nullptr, 0, 0 };
    if (!fds.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(fds.size() * sizeof(int));
        cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(fds.size() * sizeof(int));
        std::memcpy(CMSG_DATA(head), fds.data(), fds.size() * sizeof(int));
    }
    static_cast<void>(::sendmsg(link, &message, MSG_NOSIGNAL));
}

QByteArray bytesOf(const Request &request)
{
    return { reinterpret_cast<const char *>(&request), static_cast<qsizetype>(sizeof(request)) };
}

/// Sends one message, returns the answer; nullopt if there is none.
std::optional<Outcome> converse(const QByteArray &bytes, const std::vector<int> &fds)
{
    Link link;
    sendWith(link.ours.get(), bytes, fds);
    Running running(link.theirs.get());
    link.theirs.reset();
    Answer answer{};
    const ssize_t size = ::recv(link.ours.get(), &answer, sizeof(answer), 0);
    static_cast<void>(running.wait());
    if (running.elapsed() > maxMs)
        qFatal("the helper hung");
    return size == static_cast<ssize_t>(sizeof(answer)) ? std::optional(answer.outcome) : std::nullopt;
}

UniqueFd openPath(const QByteArray &path)
{
    return UniqueFd(::open(path.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
}

quint32 modeOf(int fd)
{
    struct stat status { };
    ::fstat(fd, &status);
    return status.st_mode;
}

class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesTheGivenFile()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd fd = openPath(directory.filePath("pipe"));
        QCOMPARE(converse(bytesOf(fittingRequest(fd.get(), 0622)), { fd.get() }), std::optional(Outcome::Done));
        QCOMPARE(modeOf(fd.get()) & 07777U, 0622U);
    }

    void wrongDescriptors()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const BoundSocket other(directory.filePath("other"));
        QCOMPARE(::mkfifo(directory.filePath("fifo").constData(), 0600), 0);
        const UniqueFd pipe = openPath(directory.filePath("pipe"));
        const UniqueFd otherFile = openPath(directory.filePath("other"));
        const UniqueFd fifo = openPath(directory.filePath("fifo"));
        const UniqueFd folder = openPath(directory.path());
        const UniqueFd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
        const quint32 before = modeOf(pipe.get());
        const QByteArray request = bytesOf(fittingRequest(pipe.get(), 0666));
        const std::vector<std::vector<int>> sets{
            {},
            { pipe.get(), pipe.get() },
            { pipe.get(), otherFile.get(), fifo.get() },
            std::vector<int>(16, pipe.get()),
            { null.get() },
            { server.fd() },
        };
        for (const std::vector<int> &fds : sets)
            QCOMPARE(converse(request, fds), std::optional(Outcome::WrongDescriptor));
        QCOMPARE(converse(request, { otherFile.get() }), std::optional(Outcome::Replaced));
        QCOMPARE(converse(request, { fifo.get() }), std::optional(Outcome::NotASocket));
        QCOMPARE(converse(request, { folder.get() }), std::optional(Outcome::NotASocket));
        QCOMPARE(modeOf(pipe.get()), before);
    }

    void wrongMessages()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd fd = openPath(directory.filePath("pipe"));
        const quint32 before = modeOf(fd.get());
        const QByteArray request = bytesOf(fittingRequest(fd.get(), 0666));
        const QList<QByteArray> messages{
            QByteArray("x"),   request.chopped(1),          request + 'x',
            request + request, QByteArray(100'000, '\xff'), QByteArray(request.size(), '\0')
        };
        for (const QByteArray &message : messages)
            QCOMPARE(converse(message, { fd.get() }), std::optional(Outcome::BadRequest));
        QCOMPARE(modeOf(fd.get()), before);
    }

    void wrongLinks()
    {
        Link stream(SOCK_STREAM);
        Link datagram(SOCK_DGRAM);
        const UniqueFd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
        for (const int fd : { stream.theirs.get(), datagram.theirs.get(), null.get() }) {
            Running running(fd);
            const int status = running.wait();
            QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 2);
            QVERIFY(running.elapsed() < maxMs);
        }
    }

    void timesOutWithoutAnswer()
    {
        Link link;
        Running running(link.theirs.get());
        const int status = running.wait();
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 3);
        QVERIFY(running.elapsed() < maxMs);
    }

    void peerHasClosed()
    {
        Link link;
        link.ours.reset();
        Running running(link.theirs.get());
        QVERIFY(WIFEXITED(running.wait()));
        QVERIFY(running.elapsed() < maxMs);
    }

    void peerDoesNotRead()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd fd = openPath(directory.filePath("pipe"));
        Link link;
        sendWith(link.ours.get(), bytesOf(fittingRequest(fd.get(), 0622)), { fd.get() });
        // The send queue of the helper is full before it starts.
        while (::send(link.theirs.get(), "x", 1, MSG_DONTWAIT | MSG_NOSIGNAL) == 1) { }
        Running running(link.theirs.get());
        QVERIFY(WIFEXITED(running.wait()));
        QVERIFY(running.elapsed() < maxMs);
    }

    void randomMessages()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd pipe = openPath(directory.filePath("pipe"));
        const UniqueFd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
        const UniqueFd folder = openPath(directory.path());
        const quint32 before = modeOf(pipe.get());
        const std::array<int, 4> all{ pipe.get(), null.get(), folder.get(), server.fd() };
        std::mt19937 random(7);
        for (int i = 0; i < 400; ++i) {
            QByteArray message = bytesOf(fittingRequest(pipe.get(), 0666));
            // In the checked part, so that few messages stay valid.
            for (unsigned n = 1 + random() % 8; n > 0; --n) {
                const auto at = static_cast<qsizetype>(random() % 52);
                message[at] = static_cast<char>(message[at] ^ static_cast<char>(1 + random() % 255));
            }
            if (random() % 3 == 0)
                message.resize(static_cast<qsizetype>(random() % (2 * sizeof(Request))));
            std::vector<int> fds;
            for (unsigned n = random() % 4; n > 0; --n)
                fds.push_back(all[random() % all.size()]);
            const auto outcome = converse(message, fds);
            if (outcome == Outcome::Done)
                QCOMPARE(::chmod(directory.filePath("pipe").constData(), before & 0777U), 0);
            QCOMPARE(modeOf(pipe.get()), before);
        }
    }
};

QTEST_GUILESS_MAIN(TestProgram)

} // namespace tst_program

#include "tst_program.moc"
