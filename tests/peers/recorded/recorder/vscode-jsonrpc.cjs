// SPDX-License-Identifier: MIT
// vscode-jsonrpc (npm) at both ends of a socket: `node vscode-jsonrpc.cjs PATH`, in a directory where it is installed.
const rpc = require("vscode-jsonrpc/node");

async function talk(path) {
    const transport = await rpc.createClientPipeTransport(path);
    const socket = require("net").createConnection(path, async () => {
        const client = rpc.createMessageConnection(
            new rpc.SocketMessageReader(socket), new rpc.SocketMessageWriter(socket));
        client.listen();
        await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
        await client.sendNotification("textDocument/didOpen", {
            textDocument: { uri: "file:///a.cs", languageId: "csharp", version: 1, text: "class 파이프 { }\n" },
        });
        const hover = { textDocument: { uri: "file:///a.cs" }, position: { line: 0, character: 7 } };
        await client.sendRequest("textDocument/hover", hover);
        await client.sendRequest("unknown", hover).catch(() => {});
        client.end();
    });
    const [reader, writer] = await transport.onConnected();
    const server = rpc.createMessageConnection(reader, writer);
    server.onRequest("initialize", () => ({ capabilities: { hoverProvider: true } }));
    server.onRequest("textDocument/hover", () => ({ contents: "class 파이프" }));
    server.onClose(() => process.exit(0));
    server.listen();
}

talk(process.argv[2]);
