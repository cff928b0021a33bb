// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using MessagePack;
using MessagePack.Resolvers;
using MongoDB.Bson;

namespace Recorder;

/// <summary>Serializers, with the framings that go with them.</summary>
public static class SerializerPeers
{
    static void WriteLength(Stream stream, byte[] body)
    {
        new BinaryWriter(stream).Write(body.Length);
        stream.Write(body);
    }

    static void ReadLength(Stream stream)
    {
        var reader = new BinaryReader(stream);
        reader.ReadBytes(reader.ReadInt32());
    }

    static Task WithLength(string name, params byte[][] bodies) => Pair.Talk(name, bodies, WriteLength, ReadLength);

    static readonly DateTime When = new(2026, 11, 29, 12, 0, 0, DateTimeKind.Utc);

    [MessagePackObject]
    public sealed class Reading
    {
        [Key(0)] public int Id { get; set; }
        [Key(1)] public string? Sensor { get; set; }
        [Key(2)] public double[]? Values { get; set; }
        [Key(3)] public DateTime At { get; set; }
    }

    public static Task MessagePack()
    {
        var reading = new Reading { Id = 70000, Sensor = "온도", Values = [20.5, -3], At = When };
        var numbers = new Dictionary<int, object?> { [1] = "one", [-2] = null, [300] = new byte[] { 0, 255 } };
        var named = new { Name = "pump", IsOn = true, Level = 1.5f, Serial = ulong.MaxValue };
        var text = new string('x', 100);
        var packed = MessagePackSerializerOptions.Standard.WithCompression(MessagePackCompression.Lz4BlockArray);
        return WithLength(
            "messagepack", MessagePackSerializer.Serialize(reading), MessagePackSerializer.Serialize(numbers),
            MessagePackSerializer.Serialize(named, ContractlessStandardResolver.Options),
            MessagePackSerializer.Serialize(new object[] { reading.Id, "b", new[] { 1L, long.MinValue } }),
            MessagePackSerializer.Serialize(new[] { text, text }, packed), MessagePackSerializer.Serialize(When));
    }

    public static Task Cbor()
    {
        var writer = new CborWriter();
        writer.WriteStartMap(null);
        writer.WriteTextString("name");
        writer.WriteTextString("pump");
        writer.WriteInt32(7);
        writer.WriteStartArray(3);
        writer.WriteDouble(1.5);
        writer.WriteNull();
        writer.WriteByteString([0, 255]);
        writer.WriteEndArray();
        writer.WriteTextString("at");
        writer.WriteDateTimeOffset(When);
        writer.WriteEndMap();
        byte[] map = writer.Encode();
        return WithLength("cbor", map, [0x83, 1, 2, 3], map, [0xA0], map, [0x81, 0x20]);
    }

    public static Task Bson()
    {
        var document = new BsonDocument
        {
            { "name", "펌프" }, { "level", 1.5 }, { "serial", 1L << 40 }, { "tags", new BsonArray { 1, "two", BsonNull.Value } },
            { "at", When }, { "raw", new byte[] { 0, 255 } }, { "id", new ObjectId("6b0b8b334a5560381230af9b") },
        };
        byte[] small = new BsonDocument("ok", 1).ToBson();
        return WithLength("bson", document.ToBson(), small, document.ToBson(), small, document.ToBson(), small);
    }

    static Struct Settings() => Struct.Parser.ParseJson("""{"name":"펌프","on":true,"levels":[1,2.5,null]}""");

    public static Task Protobuf() => Pair.Talk<IMessage>(
        "protobuf",
        [Settings(), Timestamp.FromDateTime(When), Any.Pack(Settings()), new FieldMask { Paths = { "a.b", "c" } },
         Settings(), new StringValue { Value = "done" }],
        (stream, message) => message.WriteDelimitedTo(stream),
        stream => stream.ReadExactly(new byte[ReadVarint(stream)]));

    static int ReadVarint(Stream stream)
    {
        int value = 0;
        for (int shift = 0, next = 0x80; (next & 0x80) != 0; shift += 7)
        {
            next = stream.ReadByte();
            value |= (next & 0x7F) << shift;
        }
        return value;
    }

    [ProtoBuf.ProtoContract]
    public sealed class Order
    {
        [ProtoBuf.ProtoMember(1)] public int Id { get; set; }
        [ProtoBuf.ProtoMember(2)] public string? Item { get; set; }
        [ProtoBuf.ProtoMember(3)] public List<double> Prices { get; set; } = [];
        [ProtoBuf.ProtoMember(4)] public Order? Next { get; set; }
    }

    /// <summary>protobuf-net with a prefix of each style; field 0 writes no tag.</summary>
    public static Task ProtobufNet(string name, ProtoBuf.PrefixStyle style, int field)
    {
        var small = new Order { Id = 150, Item = "testing" };
        var large = new Order { Id = -1, Item = new string('가', 60), Prices = [1, 2.5], Next = small };
        return Pair.Talk(
            name, [small, large, small, large, small, large],
            (stream, order) => ProtoBuf.Serializer.SerializeWithLengthPrefix(stream, order, style, field),
            stream => ProtoBuf.Serializer.DeserializeWithLengthPrefix<Order>(stream, style, field));
    }

    static readonly string[] Words =
        ["hello", "", "A longer text, whose length needs two bytes: " + new string('.', 120), "파이프", "a\r\nb", "bye"];

    public static Task BinaryWriter(string name, Encoding encoding) => Pair.Talk(
        name, Words, (stream, text) => new BinaryWriter(stream, encoding).Write(text),
        stream => new BinaryReader(stream, encoding).ReadString());

    /// <summary>The sample of Microsoft's documentation for named pipes.</summary>
    public static Task StreamString() => Pair.Talk(
        "streamstring", ["I am the one true server!", "/etc/hostname", "파이프", "the contents of a file", "more", "end"],
        (stream, text) =>
        {
            byte[] bytes = Encoding.Unicode.GetBytes(text);
            stream.WriteByte((byte)(bytes.Length / 256));
            stream.WriteByte((byte)(bytes.Length & 255));
            stream.Write(bytes);
        },
        stream => stream.ReadExactly(new byte[stream.ReadByte() * 256 + stream.ReadByte()]));

    public static async Task Lines(string name, string newLine)
    {
        using Pair pair = await Pair.Connect(name);
        var client = new StreamWriter(pair.Client) { AutoFlush = true, NewLine = newLine };
        var server = new StreamWriter(pair.Server) { AutoFlush = true, NewLine = newLine };
        var atServer = new StreamReader(pair.Server);
        var atClient = new StreamReader(pair.Client);
        foreach (string line in new[] { "GET temperature", "SET level 5", "파이프", "", "QUIT" })
        {
            await client.WriteLineAsync(line);
            await server.WriteLineAsync("OK " + await atServer.ReadLineAsync());
            await atClient.ReadLineAsync();
        }
    }

    /// <summary>Values of System.Text.Json one after the other, indented or not.</summary>
    public static async Task Json(string name, bool isIndented)
    {
        using Pair pair = await Pair.Connect(name);
        var options = new JsonSerializerOptions { WriteIndented = isIndented };
        for (int i = 1; i <= 3; ++i)
        {
            await JsonSerializer.SerializeAsync(pair.Client, new { Id = i, Command = "읽기", Path = "C:\\a \"b\"" }, options);
            await JsonSerializer.SerializeAsync(pair.Server, new { Id = i, Values = new[] { 1.5, -2 }, Ok = true }, options);
        }
    }

    /// <summary>Lengths of other widths, as BinaryPrimitives writes them.</summary>
    public static Task Length(string name, int width, bool isBig) => Pair.Talk(
        name, new[] { "one", "a second message", new string('z', 200), "파이프", "{\"a\":1}", "end" },
        (stream, text) =>
        {
            byte[] body = Encoding.UTF8.GetBytes(text);
            byte[] length = new byte[8];
            if (isBig)
                BinaryPrimitives.WriteInt64BigEndian(length, body.Length);
            else
                BinaryPrimitives.WriteInt64LittleEndian(length, body.Length);
            stream.Write(isBig ? length.AsSpan(8 - width) : length.AsSpan(0, width));
            stream.Write(body);
        },
        stream =>
        {
            byte[] length = new byte[width];
            stream.ReadExactly(length);
            long size = 0;
            for (int i = 0; i < width; ++i)
                size = (size << 8) | length[isBig ? i : width - 1 - i];
            stream.ReadExactly(new byte[size]);
        });

    public static Task Nul() => Pair.Talk(
        "nul", ["<policy-file-request/>", "<msg t='sys'/>", "파이프", "x=1&y=2", "login", "bye"],
        (stream, text) => stream.Write(Encoding.UTF8.GetBytes(text + '\0')),
        stream => { while (stream.ReadByte() > 0) { } });
}
