// SPDX-License-Identifier: MIT
#include "doctor/errors/dotneterror.h"
#include "support/testmain.h"

namespace tst_dotneterror {

using namespace pipeglass;
using namespace pipeglass::doctor;

/// Texts as people paste them. Those that .NET itself makes are in tests/peers.
class TestDotNetError : public QObject {
    Q_OBJECT

private:
    static void row(const char *name, const char *text, const char *id, const char *path = "", const char *pipe = "")
    {
        QTest::newRow(name) << QString::fromUtf8(text) << QByteArray(id) << QByteArray(path) << QByteArray(pipe);
    }

    static void addMessages()
    {
        row("message alone", "Permission denied", "permission-denied");
        row("with its type", "System.Net.Sockets.SocketException (111): Connection refused", "connection-refused");
        row("with a path", "Connection refused /tmp/CoreFxPipe_orders", "connection-refused", "/tmp/CoreFxPipe_orders",
            "orders");
        row("a rooted name", "Permission denied /run/app/x.sock", "permission-denied", "/run/app/x.sock", "x.sock");
        row("spaces in the name", "Permission denied /tmp/CoreFxPipe_my pipe\r\n   at X()", "permission-denied",
            "/tmp/CoreFxPipe_my pipe", "my pipe");
        row("ENOENT", "Cannot assign requested address /b/CoreFxPipe_x", "no-such-file", "/b/CoreFxPipe_x", "x");
        row("timeout alone", "System.TimeoutException: The operation has timed out.", "connect-timeout");
        row("not supported", "WaitForPipeDrain is not supported", "wait-for-pipe-drain");
        row("busy", "System.IO.IOException: All pipe instances are busy.", "all-instances-busy");
        row("keys instead of texts",
            "System.PlatformNotSupportedException: PlatformNotSupported_MessageTransmissionMode", "message-mode");
        row("EAGAIN", "Resource temporarily unavailable /tmp/CoreFxPipe_x", "backlog-full", "/tmp/CoreFxPipe_x", "x");
        row("a datagram socket", "Protocol wrong type for socket /tmp/CoreFxPipe_x", "wrong-socket-type",
            "/tmp/CoreFxPipe_x", "x");
    }

    static void addLogs()
    {
        row("aggregate",
            "System.AggregateException: One or more errors occurred. (Permission denied /tmp/CoreFxPipe_x)\n"
            " ---> System.Net.Sockets.SocketException (13): Permission denied /tmp/CoreFxPipe_x\n"
            "   at System.Net.Sockets.Socket.DoConnect(EndPoint endPointSnapshot, SocketAddress socketAddress)",
            "permission-denied", "/tmp/CoreFxPipe_x", "x");
        row("a line of JSON",
            "{\"level\":\"error\",\"exception\":\"SocketException (111): Connection refused /tmp/CoreFxPipe_x\\n   at "
            "A()\",\"n\":1}",
            "connection-refused", "/tmp/CoreFxPipe_x", "x");
        row("JSON without a stack", "{\"message\":\"Connection refused /tmp/CoreFxPipe_x\",\"n\":1}",
            "connection-refused", "/tmp/CoreFxPipe_x", "x");
        row("the name in the line before",
            "12:00 warn: connecting to pipe \"orders\"\n"
            "12:01 fail: System.TimeoutException: The operation has timed out.\n"
            "   at System.IO.Pipes.NamedPipeClientStream.ConnectInternal(Int32 timeout)",
            "connect-timeout", "", "orders");
        row("after an error of something else",
            "fail: System.Net.Http.HttpRequestException: Connection refused (localhost:5000)\n"
            " ---> System.Net.Sockets.SocketException (111): Connection refused\n"
            "   at System.Net.Http.HttpConnectionPool.ConnectAsync()\n"
            "fail: System.IO.IOException: Broken pipe\n"
            " ---> System.Net.Sockets.SocketException (32): Broken pipe\n"
            "   at System.IO.Pipes.PipeStream.WriteCore(ReadOnlySpan`1 buffer)",
            "broken-pipe");
        row("the first of two",
            "System.IO.IOException: Pipe is broken.\n   at System.IO.Pipes.PipeStream.CheckWriteOperations()\n"
            "System.IO.IOException: All pipe instances are busy.\n   at System.IO.Pipes.X()",
            "broken-pipe");
        row("maxNumberOfServerInstances is no method",
            "System.PlatformNotSupportedException: Message transmission mode is not supported on this platform.\n"
            "   at System.IO.Pipes.NamedPipeServerStream.Create(String pipeName, Int32 maxNumberOfServerInstances)",
            "message-mode");
    }

    static void addOthers()
    {
        row("nothing", "", "");
        row("other text", "hello", "");
        row("ssh", "git@example.org: Permission denied (publickey).", "");
        row("a shell", "bash: ./run: Permission denied", "");
        row("TCP", "System.Net.Sockets.SocketException (111): Connection refused 127.0.0.1:5000", "");
        row("a web server",
            "System.IO.IOException: Failed to bind to address http://127.0.0.1:5000: address already in use.\n"
            " ---> System.Net.Sockets.SocketException (98): Address already in use\n"
            "   at "
            "Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets.SocketTransportOptions.CreateDefaultBoundListen"
            "Socket(EndPoint endpoint)",
            "");
        row("another timeout",
            "System.TimeoutException: The operation has timed out.\n   at System.Threading.Tasks.Task.WaitAsync()", "");
        row("a file",
            "System.UnauthorizedAccessException: Access to the path '/etc/x' is denied.\n   at System.IO.File.A()", "");
        row("a file of a pipe's name",
            "System.UnauthorizedAccessException: Access to the path '/tmp/CoreFxPipe_x' is denied.\n"
            "   at System.IO.FileSystem.DeleteFile(String fullPath)",
            "");
    }

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("id"); // empty: none
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("pipe");
        addMessages();
        addLogs();
        addOthers();
    }

    void texts()
    {
        QFETCH(const QString, text);
        const std::optional<DotNetError> error = findDotNetError(text);
        QTEST(error ? QByteArray(word(error->id).data()) : QByteArray(), "id");
        QTEST(error ? error->path : QByteArray(), "path");
        QTEST(error ? error->name : QByteArray(), "pipe");
    }
};

QTEST_APPLESS_MAIN(TestDotNetError)

} // namespace tst_dotneterror

#include "tst_dotneterror.moc"
