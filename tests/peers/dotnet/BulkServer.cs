// SPDX-License-Identifier: MIT
using System.IO.Pipes;
using System.Text;

namespace PipePeer;

/// Serves one client after the other, each until it disconnects.
static class BulkServer
{
    static readonly byte[] prefix = Encoding.UTF8.GetBytes("Echo: ");

    public static void Run(string name, bool dribble)
    {
        using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut);
        Console.WriteLine("listening");
        while (true)
        {
            pipe.WaitForConnection();
            long count = 0;
            try
            {
                while (Frames.Read(pipe) is byte[] message)
                {
                    Frames.Write(pipe, [.. prefix, .. message], dribble);
                    ++count;
                }
            }
            catch (IOException problem)
            {
                Console.WriteLine($"failed {problem.GetType().Name}");
            }
            Console.WriteLine($"answered {count}");
            pipe.Disconnect();
        }
    }
}
