// SPDX-License-Identifier: MIT
#include "core/uniquefd.h"
#include "peek/unreadbytes.h"
#include "support/testmain.h"

#include <QDir>

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tst_unreadbytes {

using namespace pipeglass;
using namespace pipeglass::peek;

struct Pair {
    UniqueFd near;
    UniqueFd far;
};

Pair socketPair(int type = SOCK_STREAM)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        qFatal("no socket pair");
    return { UniqueFd(ends[0]), UniqueFd(ends[1]) };
}

/// Read end, write end.
Pair pipePair()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe");
    return { UniqueFd(ends[0]), UniqueFd(ends[1]) };
}

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at * 31 + at / 251);
    return bytes;
}

bool put(int fd, const QByteArray &bytes)
{
    return ::write(fd, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
}

QByteArray takeAll(int fd)
{
    QByteArray all;
    std::array<char, 65536> chunk{};
    for (ssize_t got = 0; (got = ::read(fd, chunk.data(), chunk.size())) > 0;)
        all.append(chunk.data(), got);
    return all;
}

bool putWithDescriptor(int fd, const QByteArray &bytes, int passed)
{
    iovec part{ const_cast<char *>(bytes.constData()), static_cast<size_t>(bytes.size()) };
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(head), &passed, sizeof passed);
    return ::sendmsg(fd, &message, 0) == bytes.size();
}

bool takesADescriptor(int fd, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    iovec part{ bytes.data(), static_cast<size_t>(size) };
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (::recvmsg(fd, &message, MSG_CMSG_CLOEXEC) < 0)
        return false;
    const cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (head == nullptr || head->cmsg_type != SCM_RIGHTS)
        return false;
    int received = -1;
    std::memcpy(&received, CMSG_DATA(head), sizeof received);
    ::close(received);
    return true;
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

class TestUnreadBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peeksWithoutTaking_data()
    {
        QTest::addColumn<bool>("isPipe");
        QTest::addColumn<QByteArrayList>("writes");
        for (const bool isPipe : { false, true }) {
            const char *const kind = isPipe ? "pipe" : "socket";
            QTest::addRow("%s, nothing", kind) << isPipe << QByteArrayList{};
            QTest::addRow("%s, one byte", kind) << isPipe << QByteArrayList{ QByteArray(1, '\0') };
            QTest::addRow("%s, several writes", kind)
                << isPipe << QByteArrayList{ "one", "two", pattern(5000), "four" };
            QTest::addRow("%s, nearly full", kind) << isPipe << QByteArrayList{ pattern(60'000) };
        }
    }

    void peeksWithoutTaking()
    {
        QFETCH(const bool, isPipe);
        QFETCH(const QByteArrayList, writes);
        const Pair pair = isPipe ? pipePair() : socketPair();
        for (const QByteArray &bytes : writes)
            QVERIFY(put(pair.far.get(), bytes));
        const QByteArray all = writes.join();
        for (int round = 0; round < 2; ++round) {
            const auto seen = isPipe ? peekPipe(pair.near.get(), 1 << 20) : peekSocket(pair.near.get(), 1 << 20);
            QVERIFY(seen);
            QCOMPARE(seen->count, static_cast<quint64>(all.size()));
            QCOMPARE(seen->payload, all);
        }
        QCOMPARE(takeAll(pair.near.get()), all);
    }

    void readsUpToALimit_data()
    {
        QTest::addColumn<bool>("isPipe");
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<qsizetype>("limit");
        QTest::newRow("socket") << false << qsizetype{ 5000 } << qsizetype{ 1000 };
        QTest::newRow("socket, none") << false << qsizetype{ 5000 } << qsizetype{ 0 };
        QTest::newRow("socket, more than 1 MiB") << false << qsizetype{ 3'000'000 } << qsizetype{ 1 << 20 };
        QTest::newRow("pipe") << true << qsizetype{ 5000 } << qsizetype{ 1000 };
    }

    void readsUpToALimit()
    {
        QFETCH(const bool, isPipe);
        QFETCH(const qsizetype, size);
        QFETCH(const qsizetype, limit);
        const Pair pair = isPipe ? pipePair() : socketPair();
        const int room = 16 << 20;
        const bool isForced =
            !isPipe && ::setsockopt(pair.far.get(), SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room) == 0;
        if (size > 100'000 && !isForced)
            QSKIP("so large a queue takes root's rights");
        const QByteArray all = pattern(size);
        QVERIFY(put(pair.far.get(), all));
        const auto seen = isPipe ? peekPipe(pair.near.get(), limit) : peekSocket(pair.near.get(), limit);
        QVERIFY(seen);
        QCOMPARE(seen->count, static_cast<quint64>(size));
        QCOMPARE(seen->payload, all.first(limit));
        QCOMPARE(takeAll(pair.near.get()), all);
    }

    /// The capacity of a pipe is in pages, not in bytes.
    void aPipeOfManySmallBuffers()
    {
        const Pair pair = pipePair();
        QVERIFY(::fcntl(pair.far.get(), F_SETPIPE_SZ, 1 << 20) > 0);
        const QByteArray all = pattern(900'000);
        QVERIFY(put(pair.far.get(), all));
        const auto seen = peekPipe(pair.near.get(), 1 << 20);
        QVERIFY(seen);
        QCOMPARE(seen->payload, all);
        QCOMPARE(takeAll(pair.near.get()), all);
    }

    void knowsAPeekOffset()
    {
        const Pair pair = socketPair();
        QVERIFY(put(pair.far.get(), "hello"));
        QVERIFY(!hasPeekOffset(pair.near.get()));
        const int offset = 2;
        QCOMPARE(::setsockopt(pair.near.get(), SOL_SOCKET, SO_PEEK_OFF, &offset, sizeof offset), 0);
        QVERIFY(hasPeekOffset(pair.near.get()));
        QCOMPARE(countUnread(pair.near.get()), quint64{ 5 });
    }

    void receivesNoDescriptors()
    {
        const Pair pair = socketPair();
        QVERIFY(put(pair.far.get(), "before "));
        QVERIFY(putWithDescriptor(pair.far.get(), "with ", pair.far.get()));
        QVERIFY(put(pair.far.get(), "behind"));
        const qsizetype before = openDescriptors();
        const auto seen = peekSocket(pair.near.get(), 1000);
        QCOMPARE(openDescriptors(), before);
        QVERIFY(seen);
        QCOMPARE(seen->count, quint64{ 18 });
        QVERIFY(QByteArray("before with behind").startsWith(seen->payload));
        QVERIFY(seen->payload.size() >= 12);
        // The owner still receives the passed descriptor.
        std::array<char, 7> first{};
        QCOMPARE(::read(pair.near.get(), first.data(), first.size()), ssize_t{ 7 });
        QVERIFY(takesADescriptor(pair.near.get(), 5));
        QCOMPARE(takeAll(pair.near.get()), QByteArray("behind"));
    }

    void seesTheFirstOfSeveralPackets()
    {
        const Pair pair = socketPair(SOCK_SEQPACKET);
        QVERIFY(put(pair.far.get(), "first"));
        QVERIFY(put(pair.far.get(), "second"));
        const auto seen = peekSocket(pair.near.get(), 1000);
        QVERIFY(seen);
        QCOMPARE(seen->count, quint64{ 11 });
        QCOMPARE(seen->payload, QByteArray("first"));
    }

    void whatIsNoQueueIsNothing()
    {
        const UniqueFd listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(::listen(listener.get(), 1), -1);
        const UniqueFd file(::open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
        QVERIFY(!peekSocket(file.get(), 10));
        QVERIFY(!peekPipe(file.get(), 10));
        QVERIFY(!hasPeekOffset(file.get()));
    }
};

QTEST_GUILESS_MAIN(TestUnreadBytes)

} // namespace tst_unreadbytes

#include "tst_unreadbytes.moc"
