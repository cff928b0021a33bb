// SPDX-License-Identifier: MIT
using System.IO.Pipes;
using System.Text;

namespace PipePeer;

/// Many clients of an echo server, one after the other, with a pause between them. Prints how many were answered.
static class LoopClient
{
    public static int Run(string name, int rounds, int pauseMilliseconds)
    {
        int failed = 0;
        for (int round = 0; round < rounds; ++round)
        {
            if (!Ask(name, $"round {round}"))
                ++failed;
            if (pauseMilliseconds > 0)
                Thread.Sleep(pauseMilliseconds);
        }
        Console.WriteLine($"answered {rounds - failed} failed {failed}");
        return 0;
    }

    static bool Ask(string name, string text)
    {
        try
        {
            using var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.CurrentUserOnly);
            pipe.Connect(10_000);
            Frames.Write(pipe, Encoding.UTF8.GetBytes(text), dribble: false);
            byte[]? answer = Frames.Read(pipe);
            return answer != null && Encoding.UTF8.GetString(answer) == "Echo: " + text;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
