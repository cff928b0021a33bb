// SPDX-License-Identifier: MIT
#include "peek/peek.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_peek {

using namespace pipeglass;
using namespace pipeglass::peek;
using namespace pipeglass::test;

bool put(const UniqueFd &fd, const QByteArray &bytes)
{
    return ::write(fd.get(), bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
}

QByteArray take(const UniqueFd &fd, size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    bytes.truncate(qMax<ssize_t>(0, ::read(fd.get(), bytes.data(), size)));
    return bytes;
}

quint32 inodeOf(int fd)
{
    struct stat status { };
    return ::fstat(fd, &status) == 0 ? static_cast<quint32>(status.st_ino) : 0;
}

/// Real connections, found like in the command.
class TestPeek : public QObject {
    Q_OBJECT

private:
    struct Server {
        PrivateDirectory directory;
        QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd listener = listeningSocket(path);
    };

    static std::vector<Direction> peekInto(const Server &server)
    {
        catalog::ScanOptions options;
        options.directories = { server.directory.path() };
        const auto all = catalog::scanWithConnections(options);
        return all.connections.size() == 1 ? peekAt(server.path, all.connections.front()) : std::vector<Direction>();
    }

private Q_SLOTS:
    void eachDirection()
    {
        const Server server;
        const UniqueFd client = connectedSocket(server.path);
        const UniqueFd accepted = acceptedSocket(server.listener);
        QVERIFY(put(client, "to the server"));
        QVERIFY(put(accepted, "back"));
        const auto found = peekInto(server);
        QCOMPARE(found.size(), size_t{ 2 });
        for (const Direction &direction : found) {
            QVERIFY(!direction.error);
            QVERIFY(direction.isComplete());
            QCOMPARE(direction.client ? direction.client->pid : 0, ::getpid());
            QCOMPARE(direction.server ? direction.server->pid : 0, ::getpid());
        }
        QCOMPARE(found[0].to, Receiver::Server);
        QCOMPARE(found[0].payload, QByteArray("to the server"));
        QCOMPARE(found[1].to, Receiver::Client);
        QCOMPARE(found[1].payload, QByteArray("back"));
        QCOMPARE(take(accepted, 100), QByteArray("to the server"));
        QCOMPARE(take(client, 100), QByteArray("back"));
    }

    void leavesNothingOpen()
    {
        const Server server;
        UniqueFd client = connectedSocket(server.path);
        const UniqueFd accepted = acceptedSocket(server.listener);
        QVERIFY(put(client, "x"));
        QCOMPARE(peekInto(server).size(), size_t{ 2 });
        client.reset();
        QCOMPARE(take(accepted, 100), QByteArray("x"));
        std::array<char, 1> byte{};
        QCOMPARE(::recv(accepted.get(), byte.data(), byte.size(), MSG_DONTWAIT), ssize_t{ 0 }); // end-of-file at once
    }

    void aClientThatHasEnded()
    {
        const Server server;
        UniqueFd client = connectedSocket(server.path);
        const UniqueFd accepted = acceptedSocket(server.listener);
        QVERIFY(put(client, "farewell"));
        client.reset();
        const auto found = peekInto(server);
        QCOMPARE(found.size(), size_t{ 1 });
        QCOMPARE(found[0].to, Receiver::Server);
        QCOMPARE(found[0].payload, QByteArray("farewell"));
    }

    void aClientThatWaits()
    {
        const Server server;
        const UniqueFd client = connectedSocket(server.path);
        QVERIFY(put(client, "anybody?"));
        const auto found = peekInto(server);
        QCOMPARE(found.size(), size_t{ 1 });
        QCOMPARE(found[0].to, Receiver::Server);
        QVERIFY(!found[0].bytes);
        QVERIFY(!found[0].isComplete());
        QVERIFY(found[0].error);
        QCOMPARE(found[0].error->code, ErrorCode::NotAccepted);
    }

    void anOwnerWhoWouldNotice()
    {
        const Server server;
        const UniqueFd client = connectedSocket(server.path);
        const UniqueFd accepted = acceptedSocket(server.listener);
        QVERIFY(put(client, "hello"));
        const int offset = 1;
        QCOMPARE(::setsockopt(accepted.get(), SOL_SOCKET, SO_PEEK_OFF, &offset, sizeof offset), 0);
        const auto found = peekInto(server);
        QCOMPARE(found.size(), size_t{ 2 });
        QCOMPARE(found[0].bytes, quint64{ 5 });
        QCOMPARE(found[0].payload, QByteArray());
        QVERIFY(!found[0].isComplete());
        QVERIFY(found[0].error);
        QCOMPARE(found[0].error->code, ErrorCode::PeekNoticed);
        QVERIFY(found[1].isComplete());
        int now = 0;
        socklen_t size = sizeof now;
        QCOMPARE(::getsockopt(accepted.get(), SOL_SOCKET, SO_PEEK_OFF, &now, &size), 0);
        QCOMPARE(now, offset);
    }

    void moreThanIsShown()
    {
        const Server server;
        const UniqueFd client = connectedSocket(server.path);
        const UniqueFd accepted = acceptedSocket(server.listener);
        const int room = 16 << 20;
        if (::setsockopt(client.get(), SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room) != 0)
            QSKIP("so large a queue takes root's rights");
        QVERIFY(put(client, QByteArray(3'000'000, 'm')));
        const auto found = peekInto(server);
        QCOMPARE(found.size(), size_t{ 2 });
        QCOMPARE(found[0].bytes, quint64{ 3'000'000 });
        QCOMPARE(found[0].payload.size(), maxPerConnection);
        QVERIFY(!found[0].error);
        QVERIFY(!found[0].isComplete());
    }

    void anAnonymousPipe_data()
    {
        QTest::addColumn<bool>("childReads");
        QTest::newRow("from parent to child") << true;
        QTest::newRow("from child to parent") << false;
    }

    /// The parent created the pipe, so it is the server, as in .NET.
    void anAnonymousPipe()
    {
        QFETCH(const bool, childReads);
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        UniqueFd reading(ends[0]);
        UniqueFd writing(ends[1]);
        const quint32 inode = inodeOf(ends[0]);
        ChildProcess child;
        QVERIFY(child.start([&] {
            if (!childReads && !put(writing, "hello"))
                return false;
            (childReads ? writing : reading).reset();
            return true;
        }));
        if (childReads)
            QVERIFY(put(writing, "hello"));
        (childReads ? reading : writing).reset();
        const auto found = peekAtPipe(inode);
        QVERIFY(found);
        QVERIFY(!found->error);
        QCOMPARE(found->payload, QByteArray("hello"));
        QVERIFY(found->isComplete());
        QCOMPARE(found->to, childReads ? Receiver::Client : Receiver::Server);
        QCOMPARE(found->server ? found->server->pid : 0, ::getpid());
        QCOMPARE(found->client ? found->client->pid : 0, child.pid());
        if (!childReads)
            QCOMPARE(take(reading, 100), QByteArray("hello"));
    }

    void noSuchAnonymousPipe()
    {
        const auto found = peekAtPipe(1);
        QVERIFY(!found);
        // A process that may not be inspected could have it.
        const ErrorCode code = found.error().code;
        QVERIFY(code == ErrorCode::NoSuchPipe || code == ErrorCode::TraceDenied);
    }
};

QTEST_GUILESS_MAIN(TestPeek)

} // namespace tst_peek

#include "tst_peek.moc"
