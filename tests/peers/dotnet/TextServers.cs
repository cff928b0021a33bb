// SPDX-License-Identifier: MIT
using System.IO.Pipes;
using System.Text;

namespace PipePeer;

/// Servers that use the framing of .NET's writers.
static class TextServers
{
    /// BinaryWriter: each text after its length in bytes, as 7-bit encoded integer.
    public static void RunBinaryWriter(string name, string[] texts)
    {
        using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut);
        Console.WriteLine("listening");
        pipe.WaitForConnection();
        using var writer = new BinaryWriter(pipe);
        foreach (string text in texts)
            writer.Write(text);
    }

    /// Replies to lines with lines, one client after the other.
    public static void RunLines(string name)
    {
        using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut);
        Console.WriteLine("listening");
        while (true)
        {
            pipe.WaitForConnection();
            var reader = new StreamReader(pipe, leaveOpen: true);
            var writer = new StreamWriter(pipe, leaveOpen: true) { AutoFlush = true };
            while (reader.ReadLine() is string line)
                writer.WriteLine("Echo: " + line);
            pipe.Disconnect();
        }
    }
}
