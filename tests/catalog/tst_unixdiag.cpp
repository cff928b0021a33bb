// SPDX-License-Identifier: MIT
#include "catalog/kernel/socketdiag.h"
#include "catalog/sockets/sockettable.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <cstring>
#include <random>

#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace tst_unixdiag {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

constexpr quint32 sequence = 7;

template <typename T>
QByteArray bytesOf(const T &value)
{
    return { reinterpret_cast<const char *>(&value), sizeof(value) };
}

QByteArray padded(QByteArray bytes)
{
    while (bytes.size() % 4 != 0)
        bytes += '\0';
    return bytes;
}

QByteArray attribute(quint16 type, const QByteArray &payload)
{
    const nlattr head{ static_cast<quint16>(sizeof(nlattr) + static_cast<size_t>(payload.size())), type };
    return padded(bytesOf(head) + payload);
}

QByteArray message(quint16 type, const QByteArray &payload, quint32 number = sequence)
{
    const nlmsghdr head{ static_cast<quint32>(sizeof(nlmsghdr) + static_cast<size_t>(payload.size())), type, 0, number,
                         0 };
    return padded(bytesOf(head) + payload);
}

QByteArray socketMessage(quint32 inode, const QByteArray &attributes)
{
    const unix_diag_msg head{ AF_UNIX, SOCK_STREAM, TCP_LISTEN, 0, inode, { 5, 6 } };
    return message(SOCK_DIAG_BY_FAMILY, bytesOf(head) + attributes);
}

QByteArray recorded()
{
    QByteArray attributes = attribute(UNIX_DIAG_NAME, "/tmp/CoreFxPipe_x");
    attributes += attribute(UNIX_DIAG_VFS, bytesOf(unix_diag_vfs{ 4711, 0xfe00003 }));
    attributes += attribute(UNIX_DIAG_ICONS, bytesOf(quint32{ 21 }) + bytesOf(quint32{ 22 }));
    attributes += attribute(UNIX_DIAG_RQLEN, bytesOf(unix_diag_rqlen{ 2, 128 }));
    attributes += attribute(UNIX_DIAG_PEER, bytesOf(quint32{ 99 }));
    attributes += attribute(UNIX_DIAG_UID, bytesOf(quint32{ 1000 }));
    attributes += attribute(200, "from a later kernel");
    return socketMessage(17, attributes) + socketMessage(18, {});
}

struct Parsed {
    DiagParse parse;
    std::vector<DiagSocket> sockets;
};

/// Parses memory without slack, so that a sanitizer detects reads beyond the end.
Parsed parsed(const QByteArray &bytes)
{
    const std::vector<char> exact(bytes.begin(), bytes.end());
    Parsed result;
    result.parse =
        parseDiag(exact, sequence, [&result](const DiagSocket &socket) { result.sockets.push_back(socket); });
    return result;
}

class TestUnixDiag : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsesAllAttributes()
    {
        const Parsed result = parsed(recorded());
        QCOMPARE(result.parse.outcome, DiagParse::More);
        QCOMPARE(result.sockets.size(), size_t{ 2 });
        const DiagSocket &socket = result.sockets.front();
        QCOMPARE(socket.inode, 17U);
        QCOMPARE(socket.cookie, quint64{ 6 } << 32U | 5U);
        QCOMPARE(socket.type, SOCK_STREAM);
        QCOMPARE(socket.state, TCP_LISTEN);
        QVERIFY(socket.file == (BoundFile{ 0xfe00003, 4711 }));
        QCOMPARE(socket.peer, std::optional(99U));
        QCOMPARE(socket.receiveQueue, std::optional(2U));
        QCOMPARE(socket.sendQueue, std::optional(128U));
        QCOMPARE(socket.uid, std::optional(1000U));
        QCOMPARE(socket.name, QByteArray("/tmp/CoreFxPipe_x"));
        QCOMPARE(socket.waitingPeers, (std::vector<quint32>{ 21, 22 }));
        QVERIFY(!result.sockets[1].file && !result.sockets[1].peer && result.sockets[1].name.isEmpty());
    }

    /// The last attribute extends beyond the message without padding.
    void anOddLength()
    {
        QByteArray bytes = socketMessage(1, attribute(UNIX_DIAG_UID, bytesOf(quint32{ 1000 })));
        bytes.chop(3);
        const auto length = static_cast<quint32>(bytes.size());
        std::memcpy(bytes.data(), &length, sizeof(length));
        const Parsed result = parsed(bytes);
        QCOMPARE(result.sockets.size(), size_t{ 1 });
        QVERIFY(!result.sockets.front().uid);
    }

    void names()
    {
        const auto name = [](const QByteArray &bytes) {
            return parsed(socketMessage(1, attribute(UNIX_DIAG_NAME, bytes))).sockets.front().name;
        };
        QCOMPARE(name(QByteArray("/tmp/x\0", 7)), QByteArray("/tmp/x"));
        QCOMPARE(name(QByteArray("\0a\0b", 4)), QByteArray("\0a\0b", 4));
        QCOMPARE(name("new\nline \xff"), QByteArray("new\nline \xff"));
    }

    void endsAndErrors()
    {
        QCOMPARE(parsed(message(NLMSG_DONE, bytesOf(int{ 0 }))).parse.outcome, DiagParse::Done);
        QCOMPARE(parsed(message(NLMSG_DONE, {})).parse.outcome, DiagParse::Done);
        const DiagParse refused = parsed(message(NLMSG_ERROR, bytesOf(int{ -2 }))).parse;
        QCOMPARE(refused.outcome, DiagParse::Refused);
        QCOMPARE(refused.error, 2);
        QCOMPARE(parsed({}).parse.outcome, DiagParse::Broken);
        QCOMPARE(parsed("what?").parse.outcome, DiagParse::Broken);
        // A reply to an earlier request is skipped.
        QCOMPARE(parsed(message(NLMSG_DONE, {}, sequence - 1)).parse.outcome, DiagParse::More);
        // A length that is negative for libmnl.
        QByteArray huge = recorded();
        huge.replace(0, 4, bytesOf(quint32{ 0xffffff53 }));
        QCOMPARE(parsed(huge).parse.outcome, DiagParse::Broken);
    }

    void survivesEveryCut()
    {
        const QByteArray whole = recorded() + message(NLMSG_DONE, bytesOf(int{ 0 }));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(parsed(whole.first(size)).sockets.size() <= 2);
    }

    void survivesMutations()
    {
        std::mt19937 random(20261124); // NOLINT(bugprone-random-generator-seed): the same each time, on purpose
        const QByteArray whole = recorded() + message(NLMSG_DONE, bytesOf(int{ 0 }));
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = whole;
            for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
                const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
                bytes[at] = static_cast<char>(random());
            }
            SocketTable table;
            for (const DiagSocket &socket : parsed(bytes).sockets)
                table.add(socket);
            table.finish();
        }
    }

    void asksTheKernel()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd listener = listeningSocket(path, 9);
        const UniqueFd client = connectedSocket(path);
        struct stat file { };
        struct stat socket { };
        QCOMPARE(::lstat(path.constData(), &file), 0);
        QCOMPARE(::fstat(listener.get(), &socket), 0);

        auto diag = SocketDiag::open();
        QVERIFY(diag.has_value());
        DiagSocket found;
        const quint32 show = SocketDiag::Name | SocketDiag::File | SocketDiag::Queues | SocketDiag::WaitingPeers
            | SocketDiag::Peer | SocketDiag::Uid;
        const Status status = diag->dump(show, SocketDiag::Listening, [&](const DiagSocket &each) {
            if (each.inode == socket.st_ino)
                found = each;
        });
        QVERIFY(status.has_value());
        QCOMPARE(found.name, path);
        QCOMPARE(found.file->inode, static_cast<quint32>(file.st_ino));
        QCOMPARE(found.receiveQueue, std::optional(1U));
        QCOMPARE(found.sendQueue, std::optional(9U));
        QCOMPARE(found.waitingPeers.size(), size_t{ 1 });

        auto again = diag->ask(found.inode, found.cookie, SocketDiag::Queues);
        QVERIFY(again.has_value() && again->has_value());
        QCOMPARE((*again)->cookie, found.cookie);
        again = diag->ask(found.inode, found.cookie + 1, SocketDiag::Queues);
        QVERIFY(again.has_value() && !again->has_value());
        listener.reset();
        again = diag->ask(found.inode, found.cookie, SocketDiag::Queues);
        QVERIFY(again.has_value() && !again->has_value());
    }
};

QTEST_GUILESS_MAIN(TestUnixDiag)

} // namespace tst_unixdiag

#include "tst_unixdiag.moc"
