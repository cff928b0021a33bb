// SPDX-License-Identifier: MIT
using System.IO.Pipes;

namespace PipePeer;

/// Servers and clients that stop at one point of a conversation, until they are killed.
static class IdlePeers
{
    /// Accepts one client and never reads.
    public static void RunDeafServer(string name)
    {
        using var pipe = new NamedPipeServerStream(name);
        Console.WriteLine("listening");
        pipe.WaitForConnection();
        Console.WriteLine("connected");
        Thread.Sleep(Timeout.Infinite);
    }

    /// Accepts nobody.
    public static void RunMuteServer(string name)
    {
        using var pipe = new NamedPipeServerStream(name);
        Console.WriteLine("listening");
        Thread.Sleep(Timeout.Infinite);
    }

    /// Sends so many bytes and stays connected.
    public static void RunHoldingClient(string name, int bytes)
    {
        using var pipe = new NamedPipeClientStream(name);
        pipe.Connect();
        pipe.Write(new byte[bytes]);
        Console.WriteLine("connected");
        Thread.Sleep(Timeout.Infinite);
    }

    /// Connects as soon as there is a server.
    public static void RunSeekingClient(string name)
    {
        using var pipe = new NamedPipeClientStream(name);
        Task connecting = pipe.ConnectAsync();
        Console.WriteLine("seeking");
        connecting.Wait();
        Console.WriteLine("connected");
        Thread.Sleep(Timeout.Infinite);
    }

    /// Uses no pipe.
    public static void RunNap()
    {
        Console.WriteLine("sleeping");
        Thread.Sleep(Timeout.Infinite);
    }
}
