// SPDX-License-Identifier: MIT
using System.IO.Pipes;

namespace Recorder;

/// <summary>Both ends of a named pipe.</summary>
sealed record Pair(NamedPipeServerStream Server, NamedPipeClientStream Client) : IDisposable
{
    public static async Task<Pair> Connect(string name)
    {
        var server = new NamedPipeServerStream(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        var client = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        Task waiting = server.WaitForConnectionAsync();
        await client.ConnectAsync();
        await waiting;
        return new Pair(server, client);
    }

    /// <summary>The client writes a message, the server reads it and writes the next one, and so on.</summary>
    public static async Task Talk<T>(string name, IEnumerable<T> messages, Action<Stream, T> write, Action<Stream> read)
    {
        using Pair pair = await Connect(name);
        bool isClient = true;
        foreach (T message in messages)
        {
            Stream from = isClient ? pair.Client : pair.Server;
            Stream to = isClient ? pair.Server : pair.Client;
            // As one write: a library may write a length and a message one after the other.
            var bytes = new MemoryStream();
            write(bytes, message);
            from.Write(bytes.ToArray());
            read(to);
            isClient = !isClient;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
