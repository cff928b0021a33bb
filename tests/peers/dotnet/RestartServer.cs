// SPDX-License-Identifier: MIT
using System.IO.Pipes;

namespace PipePeer;

/// A server that nobody needs to connect to: told a number, it disposes its pipe and makes it anew so many times, as fast
/// as that goes. At the end of its input it disposes the last one.
static class RestartServer
{
    public static void Run(string name)
    {
        NamedPipeServerStream pipe = Make(name);
        Console.WriteLine("listening");
        while (Console.ReadLine() is string line)
        {
            for (int left = int.Parse(line); left > 0; --left)
            {
                pipe.Dispose();
                pipe = Make(name);
            }
            Console.WriteLine($"restarted {line}");
        }
        pipe.Dispose();
    }

    static NamedPipeServerStream Make(string name) =>
        new(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
}
