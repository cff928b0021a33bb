// SPDX-License-Identifier: MIT
using Nerdbank.Streams;
using StreamJsonRpc;

namespace Recorder;

/// <summary>StreamJsonRpc with each of its handlers and formatters.</summary>
static class JsonRpcPeers
{
    public sealed class Target
    {
        public int Add(int a, int b) => a + b;
        public string Greet(string name) => $"안녕, {name}!";
        public void Refuse() => throw new InvalidOperationException("not today");
        public void Note(string text, long[] numbers) { }
    }

    static IJsonRpcMessageHandler Headers(Stream stream, IJsonRpcMessageFormatter formatter) =>
        new HeaderDelimitedMessageHandler(stream, stream, formatter);

    static IJsonRpcMessageHandler Length(Stream stream, IJsonRpcMessageFormatter formatter) =>
        new LengthHeaderMessageHandler(stream.UsePipe(), formatter);

    static IJsonRpcMessageHandler Lines(Stream stream, NewLineDelimitedMessageHandler.NewLineStyle style) =>
        new NewLineDelimitedMessageHandler(stream, stream, new SystemTextJsonFormatter()) { NewLine = style };

    public static async Task Run(string name)
    {
        Func<Stream, IJsonRpcMessageHandler> handler = name switch
        {
            "jsonrpc-headers" => stream => Headers(stream, new SystemTextJsonFormatter()),
            "jsonrpc-headers-newtonsoft" => stream => Headers(stream, new JsonMessageFormatter()),
            "jsonrpc-length" => stream => Length(stream, new SystemTextJsonFormatter()),
            "jsonrpc-length-messagepack" => stream => Length(stream, new MessagePackFormatter()),
            "jsonrpc-lines" => stream => Lines(stream, NewLineDelimitedMessageHandler.NewLineStyle.Lf),
            "jsonrpc-lines-crlf" => stream => Lines(stream, NewLineDelimitedMessageHandler.NewLineStyle.CrLf),
            _ => throw new ArgumentException(name),
        };
        using Pair pair = await Pair.Connect(name);
        using var server = new JsonRpc(handler(pair.Server), new Target());
        using var client = new JsonRpc(handler(pair.Client));
        server.StartListening();
        client.StartListening();
        await client.InvokeAsync<int>("Add", 2, 40);
        await client.NotifyAsync("Note", "one way", new long[] { 1, -70000, 1L << 40 });
        await client.InvokeAsync<string>("Greet", "파이프");
        try
        {
            await client.InvokeAsync("Refuse");
        }
        catch (RemoteInvocationException)
        {
        }
    }
}
