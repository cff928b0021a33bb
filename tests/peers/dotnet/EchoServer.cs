// SPDX-License-Identifier: MIT
using System.IO.Pipes;
using System.Text;

namespace PipePeer;

/// A typical echo server: one instance, one message per client, one client after the other.
static class EchoServer
{
    public static void Run(string name, bool currentUserOnly)
    {
        PipeOptions options = currentUserOnly ? PipeOptions.CurrentUserOnly : PipeOptions.None;
        while (true)
        {
            using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, options);
            Console.WriteLine("listening");
            pipe.WaitForConnection();
            Console.WriteLine("connected");
            try
            {
                using var reader = new BinaryReader(pipe, Encoding.UTF8, leaveOpen: true);
                int length = reader.ReadInt32();
                string text = Encoding.UTF8.GetString(reader.ReadBytes(length));
                Console.WriteLine($"received {text}");

                byte[] answer = Encoding.UTF8.GetBytes("Echo: " + text);
                using var writer = new BinaryWriter(pipe, Encoding.UTF8, leaveOpen: true);
                writer.Write(answer.Length);
                writer.Write(answer);
            }
            catch (IOException problem)
            {
                Console.WriteLine($"failed {problem.GetType().Name}");
            }
        }
    }
}
