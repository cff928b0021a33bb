// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Pipes;
using System.Security.Cryptography;

namespace PipePeer;

/// Two ends of a pipe that write 64-bit counters from 0 (little-endian) to each other as fast as they can, until stdin
/// ends. Then each prints the number of bytes sent and received, and their digests. A line of input makes an end stop
/// reading and print the number of bytes read; the next line makes it continue.
static class CounterPeers
{
    const ulong last = ulong.MaxValue;

    public static void RunServer(string name)
    {
        using var pipe = new NamedPipeServerStream(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        Console.WriteLine("listening");
        pipe.WaitForConnection();
        Talk(pipe);
    }

    public static void RunClient(string name)
    {
        using var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        pipe.Connect(10_000);
        Talk(pipe);
    }

    sealed class Pause
    {
        public volatile bool Wanted;
        public readonly SemaphoreSlim Began = new(0);
        public readonly SemaphoreSlim Over = new(0);
    }

    static void Talk(PipeStream pipe)
    {
        var pause = new Pause();
        long received = 0;
        bool isOver = false;
        string sent = "";
        string got = "";
        var writer = new Thread(() => sent = Write(pipe, () => Volatile.Read(ref isOver)));
        var reader = new Thread(() => got = Read(pipe, pause, ref received));
        writer.Start();
        reader.Start();
        Console.WriteLine("connected");
        while (Console.ReadLine() is not null)
        {
            pause.Wanted = true;
            pause.Began.Wait();
            Console.WriteLine($"paused {received}");
            Console.ReadLine();
            pause.Wanted = false;
            pause.Over.Release();
        }
        Volatile.Write(ref isOver, true);
        writer.Join();
        reader.Join();
        Console.WriteLine($"sent {sent}");
        Console.WriteLine($"received {got}");
    }

    static string Write(PipeStream pipe, Func<bool> isOver)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[4096];
        long bytes = 0;
        ulong next = 0;
        while (next != last)
        {
            int size = 8 * (1 + (int)(next % 512));
            if (isOver())
            {
                size = 8;
                next = last;
            }
            for (int at = 0; at < size; at += 8)
                BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(at), next == last ? last : next++);
            pipe.Write(buffer, 0, size);
            digest.AppendData(buffer, 0, size);
            bytes += size;
        }
        return $"{bytes} {Convert.ToHexString(digest.GetHashAndReset())}";
    }

    static string Read(PipeStream pipe, Pause pause, ref long received)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[5003];
        ulong word = 0;
        while (true)
        {
            if (pause.Wanted)
            {
                pause.Began.Release();
                pause.Over.Wait();
            }
            int size = pipe.Read(buffer);
            digest.AppendData(buffer, 0, size);
            for (int at = 0; at < size; ++at)
            {
                word = word >> 8 | (ulong)buffer[at] << 56;
                ++received;
            }
            if (size == 0 || received % 8 == 0 && word == last)
                return $"{received} {Convert.ToHexString(digest.GetHashAndReset())}";
        }
    }
}
