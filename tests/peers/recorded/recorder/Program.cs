// SPDX-License-Identifier: MIT
// Programs that nobody here wrote, talking over a pipe: `recorder PEER`. See ../README.md.
using System.Text;
using Microsoft.AspNetCore.SignalR.Protocol;
using ProtoBuf;
using Recorder;

string peer = args.Length > 0 ? args[0] : "";
switch (peer)
{
    case "messagepack": await SerializerPeers.MessagePack(); break;
    case "cbor": await SerializerPeers.Cbor(); break;
    case "bson": await SerializerPeers.Bson(); break;
    case "protobuf": await SerializerPeers.Protobuf(); break;
    case "protobuf-net": await SerializerPeers.ProtobufNet(peer, PrefixStyle.Base128, 1); break;
    case "protobuf-net-untagged": await SerializerPeers.ProtobufNet(peer, PrefixStyle.Base128, 0); break;
    case "protobuf-net-fixed32": await SerializerPeers.ProtobufNet(peer, PrefixStyle.Fixed32, 0); break;
    case "protobuf-net-fixed32be": await SerializerPeers.ProtobufNet(peer, PrefixStyle.Fixed32BigEndian, 0); break;
    case "binarywriter": await SerializerPeers.BinaryWriter(peer, Encoding.UTF8); break;
    case "binarywriter-utf16": await SerializerPeers.BinaryWriter(peer, Encoding.Unicode); break;
    case "streamstring": await SerializerPeers.StreamString(); break;
    case "lines": await SerializerPeers.Lines(peer, "\n"); break;
    case "lines-crlf": await SerializerPeers.Lines(peer, "\r\n"); break;
    case "json": await SerializerPeers.Json(peer, false); break;
    case "json-indented": await SerializerPeers.Json(peer, true); break;
    case "uint8": await SerializerPeers.Length(peer, 1, false); break;
    case "uint16le": await SerializerPeers.Length(peer, 2, false); break;
    case "uint16be": await SerializerPeers.Length(peer, 2, true); break;
    case "int32le": await SerializerPeers.Length(peer, 4, false); break;
    case "int32be": await SerializerPeers.Length(peer, 4, true); break;
    case "int64le": await SerializerPeers.Length(peer, 8, false); break;
    case "nul": await SerializerPeers.Nul(); break;
    case "http1": await NetworkPeers.Http1(); break;
    case "grpc": await NetworkPeers.Grpc(); break;
    case "signalr-json": await NetworkPeers.SignalR(peer, new JsonHubProtocol()); break;
    case "signalr-messagepack": await NetworkPeers.SignalR(peer, new MessagePackHubProtocol()); break;
    case "nerdbank-1": await NetworkPeers.Multiplexing(1); break;
    case "nerdbank-2": await NetworkPeers.Multiplexing(2); break;
    case "nerdbank-3": await NetworkPeers.Multiplexing(3); break;
    case "diagnostics": await NetworkPeers.Diagnostics(); break;
    default: await JsonRpcPeers.Run(peer); break;
}
