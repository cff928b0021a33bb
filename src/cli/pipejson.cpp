// SPDX-License-Identifier: MIT
#include "cli/pipejson.h"

namespace pipeglass::cli {

namespace {

void writeCount(JsonWriter &json, QByteArrayView key, const std::optional<quint32> &count)
{
    json.key(key);
    if (count)
        json.number(*count);
    else
        json.null();
}

void writeServer(JsonWriter &json, const std::optional<std::vector<ProcessInfo>> &server)
{
    json.key("server");
    if (!server) {
        json.null();
        return;
    }
    json.beginArray();
    for (const ProcessInfo &process : *server) {
        json.beginObject();
        json.key("pid");
        json.number(process.pid);
        json.key("program");
        json.escaped(process.program);
        json.key("user");
        json.string(process.user);
        json.endObject();
    }
    json.endArray();
}

void writeOwnership(JsonWriter &json, const catalog::PipeEntry &pipe)
{
    json.key("owner");
    json.string(pipe.owner);
    json.key("group");
    json.string(pipe.group);
    json.key("uid");
    json.number(pipe.uid);
    json.key("gid");
    json.number(pipe.gid);
    json.key("mode");
    json.string(pipe.mode.octal());
}

} // namespace

void writePipe(JsonWriter &json, const catalog::PipeEntry &pipe)
{
    const QByteArray path = pipe.path();
    json.beginObject();
    json.key("name");
    json.escaped(pipe.name());
    json.key("file");
    json.escaped(pipe.fileName);
    json.key("path");
    json.escaped(path);
    json.key("path_bytes");
    json.base64(path);
    json.key("type");
    json.string(word(pipe.kind));
    json.key("socket_type");
    if (pipe.socketType == catalog::SocketType::None)
        json.null();
    else
        json.string(word(pipe.socketType));
    json.key("state");
    json.string(word(pipe.state));
    writeOwnership(json, pipe);
    json.key("device");
    json.number(pipe.file.id.device);
    json.key("inode");
    json.number(pipe.file.id.inode);
    json.key("modified");
    json.string(isoText(pipe.modified));
    writeServer(json, pipe.server);
    writeCount(json, "clients", pipe.clients);
    writeCount(json, "waiting", pipe.waiting);
    writeCount(json, "backlog", pipe.backlog);
    json.endObject();
}

} // namespace pipeglass::cli
