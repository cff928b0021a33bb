// SPDX-License-Identifier: MIT
// These programs run on Linux only, where some calls fail: that is what is shown here.
#pragma warning disable CA1416
using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace PipePeer;

/// Prints the text of the exceptions that named pipes throw: "=== KEY PATH", the text, and "===" at the end. PATH is "-"
/// where the text need not name the pipe. As root also those that need two users.
static class ErrorTexts
{
    const uint nobody = 65534;
    static readonly string directory = Path.GetTempPath();

    [DllImport("libc", SetLastError = true)]
    static extern int seteuid(uint user);
    [DllImport("libc")]
    static extern uint geteuid();

    public static void Run()
    {
        // The texts, and not their keys as in the other commands.
        AppContext.SetSwitch("System.Resources.UseSystemResourceKeys", false);
        Connecting();
        Creating();
        Talking();
        Unsupported();
        if (geteuid() == 0)
            WithTwoUsers();
        Console.WriteLine("===");
    }

    static string PathOf(string name) => directory + "CoreFxPipe_" + name;

    static void Print(string key, string path, string text)
    {
        Console.WriteLine($"=== {key} {path}");
        Console.WriteLine(text);
    }

    static void Case(string key, string path, Action action)
    {
        try
        {
            action();
            Print("nothing-thrown-by-" + key, path, "");
        }
        catch (Exception error)
        {
            Print(key, path, error.ToString());
        }
    }

    /// Errors after which Connect() tries again show up as first-chance exceptions, in logs and debuggers.
    static void FirstChance(string key, string name)
    {
        string? text = null;
        EventHandler<FirstChanceExceptionEventArgs> take = (_, seen) =>
        {
            if (seen.Exception is SocketException)
                text ??= seen.Exception.ToString();
        };
        AppDomain.CurrentDomain.FirstChanceException += take;
        try
        {
            using var client = new NamedPipeClientStream(name);
            client.Connect(50);
        }
        catch (TimeoutException)
        {
        }
        AppDomain.CurrentDomain.FirstChanceException -= take;
        Print(key, PathOf(name), text ?? "");
    }

    static void Connecting()
    {
        FirstChance("no-such-file", "absent");
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(PathOf("bound")));
            FirstChance("connection-refused", "bound");
        }
        Case("connect-timeout", "-", () => new NamedPipeClientStream("absent").Connect(50));
        Case("connect-timeout", "-", () => new NamedPipeClientStream("absent").ConnectAsync(50).Wait());
        string tooLong = new('n', 120);
        Case("path-too-long", PathOf(tooLong), () => new NamedPipeClientStream(tooLong).Connect(50));
        if (geteuid() != 0)
        {
            using var closed = new NamedPipeServerStream("closed");
            File.SetUnixFileMode(PathOf("closed"), UnixFileMode.None);
            Case("permission-denied", PathOf("closed"), () => new NamedPipeClientStream("closed").Connect(50));
        }
    }

    static void Creating()
    {
        string tooLong = new('s', 120);
        Case("path-too-long", PathOf(tooLong), () => new NamedPipeServerStream(tooLong));
        // As with a leftover of another user, the file cannot be deleted.
        Directory.CreateDirectory(PathOf("taken"));
        Case("address-in-use", "-", () => new NamedPipeServerStream("taken"));
        File.WriteAllText(PathOf("left"), "");
        Case("first-instance", PathOf("left"), () => new NamedPipeServerStream(
            "left", PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.FirstPipeInstance));
        using var first = new NamedPipeServerStream("busy", PipeDirection.InOut, 1);
        Case("all-instances-busy", "-", () => new NamedPipeServerStream("busy", PipeDirection.InOut, 1));
        Case("message-mode", "-", () => new NamedPipeServerStream(
            "message", PipeDirection.InOut, 1, PipeTransmissionMode.Message));
    }

    static (NamedPipeServerStream, NamedPipeClientStream) Pair(string name)
    {
        var server = new NamedPipeServerStream(name);
        var client = new NamedPipeClientStream(name);
        client.Connect();
        server.WaitForConnection();
        return (server, client);
    }

    static void Talking()
    {
        (NamedPipeServerStream server, NamedPipeClientStream client) = Pair("talk");
        client.Dispose();
        Case("broken-pipe", "-", () => server.Write(new byte[10]));
        Case("broken-pipe", "-", () => server.Write(new byte[10]));
        server.Dispose();
        Case("closed-pipe", "-", () => server.WriteByte(1));

        (server, client) = Pair("reset");
        client.Write(new byte[10]);
        server.Dispose();
        Case("connection-reset", "-", () => client.ReadByte());
        client.Dispose();

        (server, client) = Pair("resetasync");
        client.Write(new byte[10]);
        server.Dispose();
        Case("connection-reset", "-", () => client.ReadAsync(new byte[10]).AsTask().Wait());
        client.Dispose();

        using var waiting = new NamedPipeServerStream("waiting");
        Case("impersonation", "-", () => waiting.GetImpersonationUserName());
        Case("not-connected", "-", () => waiting.ReadByte());
    }

    static void Unsupported()
    {
        (NamedPipeServerStream server, NamedPipeClientStream client) = Pair("unsupported");
        Case("wait-for-pipe-drain", "-", server.WaitForPipeDrain);
        Case("message-mode", "-", () => client.ReadMode = PipeTransmissionMode.Message);
        Case("message-mode", "-", () => _ = client.IsMessageComplete);
        Case("number-of-instances", "-", () => _ = client.NumberOfServerInstances);
        Case("remote-server", "-", () => new NamedPipeClientStream("elsewhere.example", "x").Connect(50));
        Case("invalid-name", "-", () => new NamedPipeServerStream("a/b"));
        Case("invalid-name", "-", () => new NamedPipeServerStream("anonymous"));
        server.Dispose();
        client.Dispose();
    }

    static void As(uint user, Action action)
    {
        if (seteuid(user) != 0)
            throw new InvalidOperationException("seteuid");
        try
        {
            action();
        }
        finally
        {
            _ = seteuid(0);
        }
    }

    static void WithTwoUsers()
    {
        const UnixFileMode everybody = (UnixFileMode)511;
        using var closed = new NamedPipeServerStream("closed");
        Case("permission-denied", PathOf("closed"), () => As(nobody, () => new NamedPipeClientStream("closed").Connect(50)));
        Case("permission-denied", PathOf("closed"), () => As(nobody, () => new NamedPipeClientStream("closed").ConnectAsync(50).Wait()));

        using var mine = new NamedPipeServerStream(
            "mine", PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.CurrentUserOnly);
        File.SetUnixFileMode(PathOf("mine"), everybody);
        using var stranger = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        As(nobody, () => stranger.Connect(new UnixDomainSocketEndPoint(PathOf("mine"))));
        Case("current-user-only", "-", mine.WaitForConnection);

        using var theirs = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        theirs.Bind(new UnixDomainSocketEndPoint(PathOf("theirs")));
        As(nobody, () => theirs.Listen(5));
        Case("current-user-only", "-", () => new NamedPipeClientStream(
            ".", "theirs", PipeDirection.InOut, PipeOptions.CurrentUserOnly).Connect(500));
    }
}
