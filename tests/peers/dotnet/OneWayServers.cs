// SPDX-License-Identifier: MIT
using System.IO.Pipes;
using System.Text;

namespace PipePeer;

/// Servers with one direction. On Unix .NET shuts down the other direction of the socket: the client of an In server
/// reads end-of-file at once, but can still write.
static class OneWayServers
{
    public static void RunIn(string name)
    {
        using var pipe = new NamedPipeServerStream(name, PipeDirection.In);
        Console.WriteLine("listening");
        while (true)
        {
            pipe.WaitForConnection();
            Console.WriteLine("connected");
            while (Frames.Read(pipe) is byte[] message)
                Console.WriteLine($"received {Encoding.UTF8.GetString(message)}");
            Console.WriteLine("closed");
            pipe.Disconnect();
        }
    }

    public static void RunOut(string name, string[] texts)
    {
        using var pipe = new NamedPipeServerStream(name, PipeDirection.Out);
        Console.WriteLine("listening");
        pipe.WaitForConnection();
        foreach (string text in texts)
            Frames.Write(pipe, Encoding.UTF8.GetBytes(text), dribble: false);
    }
}
