// SPDX-License-Identifier: MIT
using System.IO.Pipes;

namespace PipePeer;

/// A server without clients: for a number on stdin, it disposes and creates its pipe that many times, as fast as
/// possible. At the end of stdin it disposes the last one.
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
