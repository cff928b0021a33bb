// SPDX-License-Identifier: MIT
#include "engine/disklimit.h"
#include "engine/relayfixture.h"
#include "support/testmain.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <random>

#include <fcntl.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_relay {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

using Fixture = RelayFixture;

/// Sends bytes with a descriptor.
void sendWith(const UniqueFd &socket, QByteArray bytes, int descriptor)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec piece{ bytes.data(), static_cast<size_t>(bytes.size()) };
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    QCOMPARE(::sendmsg(socket.get(), &message, 0), static_cast<ssize_t>(bytes.size()));
}

/// The descriptor that came with the next bytes; invalid: none.
UniqueFd receivedWith(const UniqueFd &socket, QByteArray &bytes)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    bytes.resize(4096);
    iovec piece{ bytes.data(), static_cast<size_t>(bytes.size()) };
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    bytes.truncate(qMax<ssize_t>(0, ::recvmsg(socket.get(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC)));
    const cmsghdr *header = CMSG_FIRSTHDR(&message);
    int descriptor = -1;
    if (header != nullptr && header->cmsg_type == SCM_RIGHTS)
        std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return UniqueFd(descriptor);
}

quint64 openDescriptors()
{
    quint64 count = 0;
    for (int number = 0; number < 4096; ++number)
        count += ::fcntl(number, F_GETFD) >= 0 ? quint64{ 1 } : quint64{ 0 };
    return count;
}

class TestRelay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forwardsAndRecordsBothWays()
    {
        Fixture f;
        QByteArray atServer;
        QByteArray atClient;
        const QByteArray asked = framed("hello") + framed("");
        const QByteArray answered = framed("there");
        writeAll(f.client, asked);
        QTRY_VERIFY((atServer += readAvailable(f.server)) == asked);
        writeAll(f.server, answered);
        QTRY_VERIFY((atClient += readAvailable(f.client)) == answered);
        QCOMPARE(f.stream(Side::Client), asked);
        QCOMPARE(f.stream(Side::Server), answered);
        QCOMPARE(payloadsOf(*f.recorder.recording(), Side::Client), QByteArrayList({ "hello", "" }));
    }

    void endsAreCarriedOver_data()
    {
        QTest::addColumn<bool>("byClient");
        QTest::newRow("client first") << true;
        QTest::newRow("server first") << false;
    }

    void endsAreCarriedOver()
    {
        QFETCH(bool, byClient);
        Fixture f;
        const Side first = byClient ? Side::Client : Side::Server;
        const UniqueFd &one = byClient ? f.client : f.server;
        const UniqueFd &other = byClient ? f.server : f.client;
        writeAll(one, framed("last"));
        ::shutdown(one.get(), SHUT_WR);
        QTRY_COMPARE(f.connection.state().ends[first], StreamEnd::ByWriter);
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(other)) == framed("last"));
        QTRY_VERIFY(atEnd(other));
        // The other direction lives on.
        writeAll(other, framed("answer"));
        QByteArray back;
        QTRY_VERIFY((back += readAvailable(one)) == framed("answer"));
        QVERIFY(!f.connection.state().closed);
        ::shutdown(other.get(), SHUT_WR);
        QTRY_VERIFY(f.connection.state().closed);
        QVERIFY(atEnd(one));
    }

    void aReaderThatStopsIsCarriedOver()
    {
        Fixture f("raw");
        ::shutdown(f.server.get(), SHUT_RD);
        // Found when something is written, and told to the writer by its next write.
        const auto write = [&f] { return ::send(f.client.get(), "x", 1, MSG_NOSIGNAL); };
        QTRY_VERIFY(write() < 0);
        QCOMPARE(errno, EPIPE);
        QCOMPARE(f.connection.state().ends.client, StreamEnd::ByReader);
        writeAll(f.server, "still");
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(f.client)) == "still");
    }

    void closingIsCarriedOver_data() { endsAreCarriedOver_data(); }

    void closingIsCarriedOver()
    {
        QFETCH(bool, byClient);
        Fixture f;
        UniqueFd &one = byClient ? f.client : f.server;
        const UniqueFd &other = byClient ? f.server : f.client;
        writeAll(one, framed("last"));
        one.reset();
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(other)) == framed("last"));
        QTRY_VERIFY(atEnd(other));
        QTRY_VERIFY(f.connection.state().closed);
        QVERIFY(::send(other.get(), "x", 1, MSG_NOSIGNAL) < 0);
        const auto events = f.events();
        QCOMPARE(events.back(), capture::EventKind::Closed);
        QCOMPARE(std::count(events.begin(), events.end(), capture::EventKind::HalfClosed), 0);
    }

    /// A peer that closes without having read what waits resets; so does the relay where it has unread bytes.
    void aResetIsCarriedOver()
    {
        Fixture f("raw");
        QByteArray rest(16 << 20, 'x');
        const auto isFull = [&] {
            const qsizetype before = rest.size();
            writePossible(f.client, rest);
            return rest.size() == before;
        };
        QTRY_VERIFY(isFull()); // the relay holds its limit, and the rest waits with the kernel
        f.server.reset();
        QTRY_VERIFY(f.connection.state().closed);
        std::array<char, 16> buffer{};
        QCOMPARE(::recv(f.client.get(), buffer.data(), buffer.size(), MSG_DONTWAIT), ssize_t{ -1 });
        QCOMPARE(errno, ECONNRESET);
    }

    void aSlowReaderSlowsTheWriterDown()
    {
        Fixture f("raw");
        const QByteArray all(6 << 20, 'b');
        QByteArray rest = all;
        qint64 most = 0;
        const auto write = [&] {
            const qsizetype before = rest.size();
            writePossible(f.client, rest);
            most = std::max(most, f.connection.queuedBytes());
            return rest.size() == before;
        };
        QTRY_VERIFY(write()); // it is full
        QTest::qWait(50);
        QVERIFY(most <= Relay::queueLimit + (qint64{ 512 } << 10U));
        QVERIFY(rest.size() > 3 << 20);
        qsizetype read = 0;
        const auto drain = [&] {
            writePossible(f.client, rest);
            return (read += readAvailable(f.server).size()) == all.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(drain(), 20'000);
        QCOMPARE(f.stream(Side::Client).size(), all.size());
    }

    /// Both sides write without reading until both are full; then both read.
    void bothWriteBeforeTheyRead()
    {
        Fixture f("raw");
        std::mt19937 random(7);
        QByteArray fromClient(6 << 20, Qt::Uninitialized);
        QByteArray fromServer(6 << 20, Qt::Uninitialized);
        std::generate(fromClient.begin(), fromClient.end(), [&] { return static_cast<char>(random()); });
        std::generate(fromServer.begin(), fromServer.end(), [&] { return static_cast<char>(random()); });
        QByteArray restOfClient = fromClient;
        QByteArray restOfServer = fromServer;
        QByteArray atServer;
        QByteArray atClient;
        for (int i = 0; i < 200; ++i) {
            writePossible(f.client, restOfClient);
            writePossible(f.server, restOfServer);
            QCoreApplication::processEvents();
        }
        const auto pump = [&] {
            atServer += readAvailable(f.server);
            atClient += readAvailable(f.client);
            writePossible(f.client, restOfClient);
            writePossible(f.server, restOfServer);
            return atServer.size() == fromClient.size() && atClient.size() == fromServer.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(pump(), 20'000);
        QVERIFY(atServer == fromClient);
        QVERIFY(atClient == fromServer);
        QVERIFY(f.stream(Side::Client) == fromClient);
        QVERIFY(f.stream(Side::Server) == fromServer);
    }

    void descriptorsArePassedOnAndNoted()
    {
        Fixture f("raw");
        const quint64 before = openDescriptors();
        {
            const UniqueFd event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
            sendWith(f.client, "plain", event.get());
            QByteArray bytes;
            UniqueFd passed;
            const auto receive = [&] {
                QByteArray some;
                UniqueFd one = receivedWith(f.server, some);
                bytes += some;
                if (one.isValid())
                    passed = std::move(one);
                return bytes == "plain";
            };
            QTRY_VERIFY(receive());
            QVERIFY(passed.isValid());
            const quint64 value = 5;
            QCOMPARE(::write(passed.get(), &value, sizeof value), ssize_t{ sizeof value });
            quint64 got = 0;
            QCOMPARE(::read(event.get(), &got, sizeof got), ssize_t{ sizeof got });
            QCOMPARE(got, value);
        }
        QCOMPARE(openDescriptors(), before);
        const auto events = f.events();
        QCOMPARE(std::count(events.begin(), events.end(), capture::EventKind::DescriptorsPassed), 1);
    }

    void credentialsArePassedOnByRoot()
    {
        if (::geteuid() != 0)
            QSKIP("only root may send in the name of another process");
        Fixture f("raw");
        f.connection.identify(Side::Client, { ::getpid(), "test", 0, {} });
        const int on = 1;
        QCOMPARE(::setsockopt(f.server.get(), SOL_SOCKET, SO_PASSCRED, &on, sizeof on), 0);
        // Another process than the one that is known as the client's, which is this one.
        const pid_t child = ::fork();
        if (child == 0) {
            const bool sent = ::send(f.client.get(), "child", 5, 0) == 5;
            for (;;) // its number must stay valid until it is passed on
                ::pause();
            ::_exit(sent ? 0 : 1);
        }
        QByteArray bytes(100, Qt::Uninitialized);
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> control{};
        iovec piece{ bytes.data(), static_cast<size_t>(bytes.size()) };
        msghdr message{};
        message.msg_iov = &piece;
        message.msg_iovlen = 1;
        bool isHere = false;
        const bool came = QTest::qWaitFor([&] {
            message.msg_control = control.data();
            message.msg_controllen = control.size();
            isHere = isHere || ::recvmsg(f.server.get(), &message, MSG_DONTWAIT) == 5;
            return isHere;
        });
        ::kill(child, SIGKILL);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QVERIFY(came);
        const cmsghdr *header = CMSG_FIRSTHDR(&message);
        QVERIFY(header != nullptr && header->cmsg_type == SCM_CREDENTIALS);
        ucred credentials{};
        std::memcpy(&credentials, CMSG_DATA(header), sizeof credentials);
        QCOMPARE(credentials.pid, child);
        const auto events = f.events();
        QCOMPARE(std::count(events.begin(), events.end(), capture::EventKind::CredentialsPassed), 1);
    }

    /// Descriptors for somebody who does not read do not pile up here.
    void descriptorsForASlowReaderAreBounded()
    {
        Fixture f("raw");
        const UniqueFd event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
        QByteArray filling(4 << 20, 'f');
        while (f.connection.queuedBytes() == 0) { // until the server's queue is full
            QByteArray some = filling.first(4096);
            writePossible(f.client, some);
            QCoreApplication::processEvents();
        }
        QVERIFY(f.connection.queuedBytes() < Relay::queueLimit / 2);
        const quint64 before = openDescriptors();
        for (int i = 0; i < 50; ++i) {
            sendWith(f.client, "d", event.get());
            QCoreApplication::processEvents();
        }
        QTest::qWait(20);
        QCOMPARE(openDescriptors(), before + 1);
        // All of them arrive when it reads.
        int arrived = 0;
        const auto receive = [&] {
            QByteArray bytes;
            do {
                arrived += receivedWith(f.server, bytes).isValid() ? 1 : 0;
            } while (!bytes.isEmpty());
            return arrived == 50;
        };
        QTRY_VERIFY(receive());
        QCOMPARE(openDescriptors(), before);
    }

    void cuttingEndsBoth()
    {
        Fixture f;
        writeAll(f.client, framed("whole") + QByteArray("\x09", 1));
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(f.server)) == framed("whole") + QByteArray("\x09", 1));
        f.connection.close();
        QVERIFY(f.connection.state().closed);
        QVERIFY(atEnd(f.client));
        QVERIFY(atEnd(f.server));
        QCOMPARE(malformedIn(*f.recorder.recording()), qsizetype{ 1 }); // what was not whole
    }
};

QTEST_GUILESS_MAIN(TestRelay)

} // namespace tst_relay

#include "tst_relay.moc"
