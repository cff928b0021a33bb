// SPDX-License-Identifier: MIT
#include "doctor/runtime/connectwatch.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QDeadlineTimer>
#include <QFile>

#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tst_connectwatch {

using namespace pipeglass;
using namespace pipeglass::doctor;
using namespace pipeglass::test;
using namespace std::chrono_literals;

constexpr int limitMs = 20'000;

QByteArray ipcMessage(const char *command, const QByteArray &payload)
{
    QByteArray message("DOTNET_IPC_V1\0", 14);
    message.append(static_cast<char>(20 + payload.size())).append('\0');
    return message.append(command, 2).append(2, '\0') + payload;
}

QByteArray accepting() { return ipcMessage("\xff\x00", QByteArray(7, '\0') + '\x2a'); }

QByteArray recordedStream()
{
    QFile file(QFINDTESTDATA("../fuzz/seeds/nettrace/connects"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers the first client, waits for a second one if the stream does not end by itself, and then closes.
class FakeRuntime {
public:
    FakeRuntime(const QByteArray &path, QByteArray answer, bool ends)
        : m_listener(listeningSocket(path))
        , m_thread([this, answer, ends] { serve(answer, ends); })
    {
        socket.process.pid = ::getpid();
        socket.path = path;
        socket.file = UniqueFd(::open(path.constData(), O_PATH | O_CLOEXEC));
    }
    ~FakeRuntime() { m_thread.join(); }
    FakeRuntime(const FakeRuntime &) = delete;
    FakeRuntime &operator=(const FakeRuntime &) = delete;

    RuntimeSocket socket;
    QByteArray request; ///< read these after the end of the watch
    QByteArray secondRequest;

private:
    [[nodiscard]] UniqueFd client() const
    {
        pollfd one{ m_listener.get(), POLLIN, 0 };
        return ::poll(&one, 1, limitMs) == 1 ? acceptedSocket(m_listener) : UniqueFd();
    }
    static QByteArray received(const UniqueFd &from)
    {
        QByteArray bytes(1000, '\0');
        bytes.truncate(qMax<ssize_t>(0, ::recv(from.get(), bytes.data(), static_cast<size_t>(bytes.size()), 0)));
        return bytes;
    }
    void serve(const QByteArray &answer, bool ends)
    {
        const UniqueFd stream = client();
        request = received(stream);
        (void)::send(stream.get(), answer.constData(), static_cast<size_t>(answer.size()), MSG_NOSIGNAL);
        if (ends)
            return;
        const UniqueFd stopping = client();
        secondRequest = received(stopping);
        (void)::send(stopping.get(), accepting().constData(), static_cast<size_t>(accepting().size()), MSG_NOSIGNAL);
    }

    UniqueFd m_listener;
    std::thread m_thread;
};

class TestConnectWatch : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;
    std::atomic<bool> m_never = false;

    [[nodiscard]] QByteArray path() const { return m_directory.filePath(QTest::currentTestFunction()); }

private Q_SLOTS:
    void listensAndStops()
    {
        std::optional<Result<std::vector<FailedConnect>>> found;
        FakeRuntime runtime(path(), accepting() + recordedStream().chopped(1), false);
        const QDeadlineTimer deadline(limitMs);
        found = watchConnects(runtime.socket, 20s, m_never);
        QVERIFY(!deadline.hasExpired()); // a moment after the first failure
        QVERIFY(found->has_value());
        QCOMPARE(found->value().size(), size_t{ 2 });
        QCOMPARE(found->value()[0], (FailedConnect{ "/tmp/CoreFxPipe_nobody", 10049, 2 }));
        QVERIFY(runtime.request.startsWith(QByteArray("DOTNET_IPC_V1\0", 14)));
        QCOMPARE(runtime.request.mid(16, 2), QByteArray("\x02\x03"));
        QCOMPARE(runtime.secondRequest, ipcMessage("\x02\x01", accepting().mid(20))); // the session's id
    }

    void theProgramMayEnd()
    {
        FakeRuntime runtime(path(), accepting() + recordedStream().chopped(1), true);
        const auto found = watchConnects(runtime.socket, 20s, m_never);
        QVERIFY(found && found->size() == 2);
    }

    void stopsWhenAsked()
    {
        FakeRuntime runtime(path(), accepting(), false);
        const std::atomic<bool> now = true;
        const auto found = watchConnects(runtime.socket, 20s, now);
        QVERIFY(found && found->empty());
    }

    void whatFails_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("refused") << ipcMessage("\xff\xff", QByteArray("\x85\x13\x13\x80", 4)) << true
                                 << ErrorCode::Unsupported;
        QTest::newRow("another protocol") << QByteArray(40, 'x') << true << ErrorCode::Unsupported;
        QTest::newRow("another stream") << accepting() + "Nettrace\x15" << false << ErrorCode::Unsupported;
        QTest::newRow("closed") << accepting().left(10) << true << ErrorCode::PeerClosed;
    }

    void whatFails()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, ends);
        QFETCH(const ErrorCode, code);
        FakeRuntime runtime(m_directory.filePath(QTest::currentDataTag()), answer, ends);
        const auto found = watchConnects(runtime.socket, 20s, m_never);
        QVERIFY(!found);
        QCOMPARE(found.error().code, code);
    }

    void aSilentRuntime()
    {
        const UniqueFd listener = listeningSocket(path());
        RuntimeSocket runtime;
        runtime.process.pid = ::getpid();
        runtime.file = UniqueFd(::open(path().constData(), O_PATH | O_CLOEXEC));
        const auto found = watchConnects(runtime, 50ms, m_never);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::TimedOut);
    }

    void asksOnlyTheProcessItself()
    {
        const UniqueFd listener = listeningSocket(path());
        RuntimeSocket runtime;
        runtime.process.pid = ::getppid();
        runtime.file = UniqueFd(::open(path().constData(), O_PATH | O_CLOEXEC));
        const auto found = watchConnects(runtime, 20s, m_never);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::WrongSocketType);
        char byte = 0;
        QCOMPARE(::recv(acceptedSocket(listener).get(), &byte, 1, 0), ssize_t{ 0 });
    }
};

QTEST_GUILESS_MAIN(TestConnectWatch)

} // namespace tst_connectwatch

#include "tst_connectwatch.moc"
