// SPDX-License-Identifier: MIT
using System.Diagnostics.Tracing;
using System.Net.Http.Json;
using System.Net.Sockets;
using ProtoBuf.Grpc.Configuration;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Diagnostics.NETCore.Client;
using Nerdbank.Streams;
using ProtoBuf;
using ProtoBuf.Grpc;
using ProtoBuf.Grpc.Client;
using ProtoBuf.Grpc.Server;

namespace Recorder;

/// <summary>HTTP, gRPC, SignalR, multiplexing and diagnostics.</summary>
public static class NetworkPeers
{
    [ProtoContract]
    public sealed class Ask
    {
        [ProtoMember(1)] public string? Name { get; set; }
        [ProtoMember(2)] public int Count { get; set; }
    }

    [ProtoContract]
    public sealed class Answer
    {
        [ProtoMember(1)] public string? Text { get; set; }
    }

    [Service("Greeter")]
    public interface IGreeter
    {
        [Operation] ValueTask<Answer> Greet(Ask ask, CallContext context = default);
        [Operation] IAsyncEnumerable<Answer> Repeat(Ask ask, CallContext context = default);
    }

    public sealed class Greeter : IGreeter
    {
        public ValueTask<Answer> Greet(Ask ask, CallContext context) => new(new Answer { Text = $"Hello, {ask.Name}!" });
        public async IAsyncEnumerable<Answer> Repeat(Ask ask, CallContext context)
        {
            for (int i = 0; i < ask.Count; ++i)
            {
                yield return new Answer { Text = $"{ask.Name} {i}" };
                await Task.Yield();
            }
        }
    }

    static async Task<WebApplication> Serve(string path, HttpProtocols protocols)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            options => options.ListenUnixSocket(path, listen => listen.Protocols = protocols));
        builder.Services.AddCodeFirstGrpc();
        WebApplication app = builder.Build();
        app.MapGrpcService<Greeter>();
        app.MapGet("/items/{id}", (int id) => new { id, name = "pump", tags = new[] { "a", "b" } });
        app.MapPost("/items", (Ask item) => Results.Created($"/items/{item.Count}", item));
        app.MapDelete("/items/{id}", (int id) => Results.NoContent());
        await app.StartAsync();
        return app;
    }

    static SocketsHttpHandler Handler(string path) => new()
    {
        ConnectCallback = async (_, token) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), token);
            return new NetworkStream(socket, true);
        },
    };

    static string PathOf(string name) => Path.Combine(Path.GetTempPath(), name);

    public static async Task Http1()
    {
        string path = PathOf("http1");
        await using WebApplication app = await Serve(path, HttpProtocols.Http1);
        using var client = new HttpClient(Handler(path)) { BaseAddress = new Uri("http://localhost/") };
        await client.GetStringAsync("items/7");
        await client.PostAsJsonAsync("items", new Ask { Name = "밸브", Count = 3 }); // chunked
        await client.DeleteAsync("items/7");
        await client.GetAsync("missing");
    }

    public static async Task Grpc()
    {
        string path = PathOf("grpc");
        await using WebApplication app = await Serve(path, HttpProtocols.Http2);
        using GrpcChannel channel =
            GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = Handler(path) });
        var greeter = channel.CreateGrpcService<IGreeter>();
        await greeter.Greet(new Ask { Name = "파이프" });
        await foreach (Answer _ in greeter.Repeat(new Ask { Name = "n", Count = 3 }))
        {
        }
    }

    public static Task SignalR(string name, IHubProtocol protocol)
    {
        object?[] arguments = ["파이프", 42, true];
        HubMessage[] messages =
        [
            new InvocationMessage("1", "Send", arguments), CompletionMessage.WithResult("1", "done"),
            new StreamInvocationMessage("2", "Count", [3]), new StreamItemMessage("2", 1), PingMessage.Instance,
            CompletionMessage.WithError("2", "not today"),
        ];
        return Pair.Talk(
            name, messages, (stream, message) => stream.Write(protocol.GetMessageBytes(message).Span),
            stream => stream.ReadAtLeast(new byte[4096], 1));
    }

    public static async Task Multiplexing(int version)
    {
        using Pair pair = await Pair.Connect("nerdbank-" + version);
        var options = new MultiplexingStream.Options { ProtocolMajorVersion = version, SeededChannels = { } };
        if (version == 3)
            options.SeededChannels.Add(new MultiplexingStream.ChannelOptions());
        Task<MultiplexingStream> atServer = MultiplexingStream.CreateAsync(pair.Server, options);
        await using MultiplexingStream client = await MultiplexingStream.CreateAsync(pair.Client, options);
        await using MultiplexingStream server = await atServer;
        Task<MultiplexingStream.Channel> accepted = server.AcceptChannelAsync("files");
        using MultiplexingStream.Channel offered = await client.OfferChannelAsync("files");
        using MultiplexingStream.Channel channel = await accepted;
        for (int i = 0; i < 3; ++i)
        {
            await offered.Output.WriteAsync(new byte[] { 0xCA, (byte)i, 0xFE });
            channel.Input.AdvanceTo((await channel.Input.ReadAsync()).Buffer.End);
            await channel.Output.WriteAsync("received"u8.ToArray());
            offered.Input.AdvanceTo((await offered.Input.ReadAsync()).Buffer.End);
        }
        await offered.Output.CompleteAsync();
        await channel.Output.CompleteAsync();
    }

    /// <summary>The diagnostics of this process, asked for by itself after a line of input, and some of its events.</summary>
    public static async Task Diagnostics()
    {
        Console.ReadLine();
        var client = new DiagnosticsClient(Environment.ProcessId);
        client.GetProcessEnvironment();
        using EventPipeSession session =
            client.StartEventPipeSession(new EventPipeProvider("System.Runtime", EventLevel.Informational));
        var reader = Task.Run(() => session.EventStream.ReadAtLeast(new byte[1 << 20], 1 << 20, throwOnEndOfStream: false));
        await Task.Delay(300);
        session.Stop();
        await reader;
    }
}
