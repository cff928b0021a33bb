// SPDX-License-Identifier: MIT
using System.IO.Pipes;
using System.Text;

namespace PipePeer;

/// A typical echo client: connect, write, read, print.
static class EchoClient
{
    public static int Run(string name, string text)
    {
        using var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut);
        pipe.Connect(10_000);

        byte[] message = Encoding.UTF8.GetBytes(text);
        pipe.Write(BitConverter.GetBytes(message.Length), 0, 4);
        pipe.Write(message, 0, message.Length);
        pipe.Flush();

        byte[] length = new byte[4];
        pipe.ReadExactly(length);
        byte[] answer = new byte[BitConverter.ToInt32(length)];
        pipe.ReadExactly(answer);
        Console.WriteLine(Encoding.UTF8.GetString(answer));
        return 0;
    }
}
