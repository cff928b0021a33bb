// SPDX-License-Identifier: MIT
#include "peek/descriptorcopy.h"
#include "support/mountnamespace.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_descriptorcopy {

using namespace pipeglass;
using namespace pipeglass::peek;
using namespace pipeglass::test;

constexpr unsigned nobody = 65'534;

ExpectedFile identityOf(int fd)
{
    struct stat status { };
    quint64 cookie = 0;
    socklen_t size = sizeof cookie;
    if (::fstat(fd, &status) != 0)
        qFatal("no such descriptor");
    (void)::getsockopt(fd, SOL_SOCKET, SO_COOKIE, &cookie, &size);
    return { status.st_mode & S_IFMT, static_cast<quint32>(status.st_ino), cookie };
}

UniqueFd someSocket() { return UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

/// Copies of descriptors of this process and others.
class TestDescriptorCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameFileAndClosedOnExec()
    {
        const UniqueFd socket = someSocket();
        const ExpectedFile expected = identityOf(socket.get());
        ChildProcess child; // inherits the descriptor
        QVERIFY(child.start([] { return true; }));
        const auto copy = copyDescriptor(child.pid(), socket.get(), expected);
        QVERIFY(copy);
        QCOMPARE(identityOf(copy->get()).cookie, expected.cookie);
        QVERIFY((::fcntl(copy->get(), F_GETFD) & FD_CLOEXEC) != 0);
    }

    void refusesAnotherFile_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("another inode") << 0;
        QTest::newRow("another cookie") << 1;
        QTest::newRow("another type") << 2;
        QTest::newRow("no such descriptor") << 3;
    }

    void refusesAnotherFile()
    {
        QFETCH(const int, change);
        const UniqueFd socket = someSocket();
        ExpectedFile expected = identityOf(socket.get());
        expected.inode += change == 0 ? 1 : 0;
        expected.cookie += change == 1 ? 1 : 0;
        expected.type = change == 2 ? S_IFIFO : expected.type;
        const int number = change == 3 ? 1'000'000 : socket.get();
        const auto copy = copyDescriptor(::getpid(), number, expected);
        QVERIFY(!copy);
        QCOMPARE(copy.error().code, ErrorCode::SocketGone);
    }

    void aProcessThatHasEnded()
    {
        const UniqueFd socket = someSocket();
        ChildProcess child;
        QVERIFY(child.start([] { return true; }));
        const pid_t pid = child.pid();
        child.stop();
        const auto copy = copyDescriptor(pid, socket.get(), identityOf(socket.get()));
        QVERIFY(!copy);
        QCOMPARE(copy.error().code, ErrorCode::SocketGone);
    }

    void anotherUsersProcess()
    {
        if (::geteuid() != 0)
            QSKIP("acting as another user takes root's rights");
        const UniqueFd socket = someSocket();
        const ExpectedFile expected = identityOf(socket.get());
        const pid_t pid = ::getpid();
        const int code = asUser(nobody, [&] {
            const auto copy = copyDescriptor(pid, socket.get(), expected);
            return copy ? 1 : copy.error().code == ErrorCode::TraceDenied ? 0 : 2;
        });
        QCOMPARE(code, 0);
    }
};

QTEST_GUILESS_MAIN(TestDescriptorCopy)

} // namespace tst_descriptorcopy

#include "tst_descriptorcopy.moc"
