// SPDX-License-Identifier: MIT
using PipePeer;

// .NET programs for Pipeglass's tests. A server prints "listening" when its pipe can be connected to.
string command = args.Length > 0 ? args[0] : "";
string name = args.Length > 1 ? args[1] : "";
string[] rest = args.Length > 2 ? args[2..] : [];

switch (command)
{
    case "echo-server": EchoServer.Run(name, currentUserOnly: false); break;
    case "current-user-server": EchoServer.Run(name, currentUserOnly: true); break;
    case "echo-client": return EchoClient.Run(name, rest[0]);
    case "loop-client": return LoopClient.Run(name, int.Parse(rest[0]), int.Parse(rest[1]));
    case "bulk-server": BulkServer.Run(name, dribble: false); break;
    case "dribble-server": BulkServer.Run(name, dribble: true); break;
    case "bulk-client": return BulkClient.Run(name, int.Parse(rest[0]), int.Parse(rest[1]), dribble: false);
    case "dribble-client": return BulkClient.Run(name, int.Parse(rest[0]), int.Parse(rest[1]), dribble: true);
    case "multi-server": MultiServer.Run(name, int.Parse(rest[0])); break;
    case "restart-server": RestartServer.Run(name); break;
    case "in-server": OneWayServers.RunIn(name); break;
    case "out-server": OneWayServers.RunOut(name, rest); break;
    case "binarywriter-server": TextServers.RunBinaryWriter(name, rest); break;
    case "counter-server": CounterPeers.RunServer(name); break;
    case "counter-client": CounterPeers.RunClient(name); break;
    case "lines-server": TextServers.RunLines(name); break;
    case "deaf-server": IdlePeers.RunDeafServer(name); break;
    case "mute-server": IdlePeers.RunMuteServer(name); break;
    case "holding-client": IdlePeers.RunHoldingClient(name, int.Parse(rest[0])); break;
    case "seeking-client": IdlePeers.RunSeekingClient(name); break;
    case "nap": IdlePeers.RunNap(); break;
    case "error-texts": ErrorTexts.Run(); break;
    default:
        Console.Error.WriteLine($"unknown command \"{command}\"");
        return 2;
}
return 0;
