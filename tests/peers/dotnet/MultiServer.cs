// SPDX-License-Identifier: MIT
using System.IO.Pipes;

namespace PipePeer;

/// Several instances of a pipe in one process, which .NET serves with one listener.
static class MultiServer
{
    public static void Run(string name, int instances)
    {
        var pipes = new NamedPipeServerStream[instances];
        for (int i = 0; i < instances; ++i)
        {
            pipes[i] = new NamedPipeServerStream(
                name, PipeDirection.InOut, instances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        }
        Console.WriteLine("listening");
        Task.WaitAll(pipes.Select((pipe, number) => Task.Factory.StartNew(
            () => Serve(pipe, number), TaskCreationOptions.LongRunning)).ToArray());
    }

    static void Serve(NamedPipeServerStream pipe, int number)
    {
        while (true)
        {
            pipe.WaitForConnection();
            while (Frames.Read(pipe) is byte[] message)
            {
                byte[] answer = [.. System.Text.Encoding.UTF8.GetBytes($"{number}: "), .. message];
                Frames.Write(pipe, answer, dribble: false);
            }
            pipe.Disconnect();
        }
    }
}
