// SPDX-License-Identifier: MIT
using System.IO.Pipes;
using System.Text;

namespace PipePeer;

/// Sends many messages without waiting for replies, and checks that each is returned completely and in order.
static class BulkClient
{
    static readonly byte[] prefix = Encoding.UTF8.GetBytes("Echo: ");

    public static int Run(string name, int count, int maxSize, bool dribble)
    {
        using var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        pipe.Connect(10_000);
        Task writing = Task.Run(() =>
        {
            for (int i = 0; i < count; ++i)
                Frames.Write(pipe, Message(i, count, maxSize, dribble), dribble);
        });

        long bytes = 0;
        for (int i = 0; i < count; ++i)
        {
            byte[]? answer = Frames.Read(pipe);
            byte[] sent = Message(i, count, maxSize, dribble);
            if (answer is null || !answer.AsSpan(0, prefix.Length).SequenceEqual(prefix)
                || !answer.AsSpan(prefix.Length).SequenceEqual(sent))
            {
                Console.WriteLine($"message {i} came back wrong");
                return 1;
            }
            bytes += sent.Length;
        }
        writing.Wait();
        Console.WriteLine($"whole {count} {bytes}");
        return 0;
    }

    /// Sizes from 0 to maxSize, most of them small, because large ones are slow, especially byte by byte.
    static byte[] Message(int number, int count, int maxSize, bool dribble)
    {
        double share = Math.Pow(number / (double)(count - 1), dribble ? 300 : 10);
        byte[] message = new byte[Math.Min(maxSize, number % 64 + (int)(maxSize * share))];
        for (int i = 0; i < message.Length; ++i)
            message[i] = (byte)(i + 31 * number);
        return message;
    }
}
