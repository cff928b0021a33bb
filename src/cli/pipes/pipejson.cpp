// SPDX-License-Identifier: MIT
#include "cli/pipes/pipejson.h"

#include "catalog/processes/endpointof.h"
#include "endpoints/endpointtable.h"

namespace pipeglass::cli {

namespace {

template <typename Number>
void writeCount(exporting::JsonWriter &json, QByteArrayView key, const std::optional<Number> &count)
{
    json.key(key);
    if (count)
        json.number(*count);
    else
        json.null();
}

void writeProcesses(exporting::JsonWriter &json, const QList<ProcessInfo> &processes)
{
    json.beginArray();
    for (const ProcessInfo &process : processes)
        writeProcess(json, process);
    json.endArray();
}

void writeServer(exporting::JsonWriter &json, const std::optional<QList<ProcessInfo>> &server)
{
    json.key("server");
    if (server)
        writeProcesses(json, *server);
    else
        json.null();
}

void writeText(exporting::JsonWriter &json, QByteArrayView key, const QString &text, bool isKnown)
{
    json.key(key);
    if (isKnown)
        json.string(text);
    else
        json.null();
}

void writePid(exporting::JsonWriter &json, QByteArrayView key, const std::optional<pid_t> &pid)
{
    json.key(key);
    if (pid)
        json.number(*pid);
    else
        json.null();
}

/// For a listener without a file only the user who created it is known.
void writeOwnership(exporting::JsonWriter &json, const catalog::PipeEntry &pipe)
{
    json.key("owner").string(pipe.owner);
    writeText(json, "group", pipe.group, pipe.hasFile);
    json.key("uid").number(pipe.uid);
    json.key("gid");
    if (pipe.hasFile)
        json.number(pipe.gid);
    else
        json.null();
    writeText(json, "mode", pipe.mode.octal(), pipe.hasFile);
}

} // namespace

void writePipe(
    exporting::JsonWriter &json, const catalog::PipeEntry &pipe, const std::vector<catalog::Connection> *connections)
{
    json.beginObject();
    writePipeFields(json, pipe);
    writeEndpoint(json, pipe, EndpointDetail::Name);
    if (connections != nullptr) {
        json.key("connections");
        writeConnections(json, *connections);
    }
    json.endObject();
}

void writePipeFields(exporting::JsonWriter &json, const catalog::PipeEntry &pipe)
{
    const QByteArray path = pipe.path();
    json.key("name").escaped(pipe.name());
    json.key("file").escaped(pipe.fileName);
    json.key("path").escaped(path);
    json.key("path_bytes").base64(path);
    json.key("type").string(word(pipe.kind));
    json.key("socket_type");
    if (pipe.socketType == catalog::SocketType::None)
        json.null();
    else
        json.string(word(pipe.socketType));
    json.key("state").string(word(pipe.state));
    const QLatin1String reason = word(pipe.unknownReason);
    writeText(json, "unknown_reason", reason, !reason.isEmpty());
    writeOwnership(json, pipe);
    json.key("device").number(pipe.file.id.device);
    json.key("inode").number(pipe.file.id.inode);
    writeText(json, "modified", isoText(pipe.modified), pipe.hasFile);
    writeServer(json, pipe.server);
    writeCount(json, "clients", pipe.clients);
    writeCount(json, "waiting", pipe.waiting);
    writeCount(json, "backlog", pipe.backlog);
    writeCount(json, "unread_by_server", pipe.unreadByServer);
    writeCount(json, "unread_by_client", pipe.unreadByClient);
    writeText(json, "namespace", pipe.namespaceLabel, !pipe.namespaceLabel.isEmpty());
    if (pipe.state == catalog::PipeState::TakenOver)
        writePid(json, "taken_over_by", pipe.takenOverBy);
    if (pipe.tookOverFrom)
        writePid(json, "took_over_from", pipe.tookOverFrom);
    if (pipe.tappedBy)
        writePid(json, "tapped_by", pipe.tappedBy);
}

void writeEndpoint(exporting::JsonWriter &json, const catalog::PipeEntry &pipe, EndpointDetail detail)
{
    json.key("endpoint");
    const endpoints::Endpoint *endpoint = endpoints::findEndpoint(pipe.endpoint);
    if (endpoint == nullptr) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("id").escaped(endpoint->id);
    json.key("title").string(catalog::endpointTitle(pipe));
    json.key("certain").boolean(pipe.endpointIsCertain);
    if (detail == EndpointDetail::Whole) {
        json.key("framing").escaped(endpoint->framing);
        writeText(json, "attach_harms", endpoint->attachHarms.value_or(QString()), endpoint->attachHarms.has_value());
    }
    json.endObject();
}

void writeProcess(exporting::JsonWriter &json, const std::optional<ProcessInfo> &process)
{
    if (!process) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("pid").number(process->pid);
    json.key("program").escaped(process->program);
    json.key("user").string(process->user);
    json.endObject();
}

void writeConnections(exporting::JsonWriter &json, const std::vector<catalog::Connection> &connections)
{
    json.beginArray();
    for (const catalog::Connection &connection : connections) {
        json.beginObject();
        json.key("client");
        writeProcess(json, connection.client);
        json.key("server");
        writeProcess(json, connection.server);
        writeCount(json, "unread_by_server", connection.unreadByServer);
        writeCount(json, "unread_by_client", connection.unreadByClient);
        json.endObject();
    }
    json.endArray();
}

void writeAnonymousPipes(exporting::JsonWriter &json, const std::vector<catalog::AnonymousPipe> &pipes)
{
    json.beginArray();
    for (const catalog::AnonymousPipe &pipe : pipes) {
        json.beginObject();
        json.key("inode").number(pipe.inode);
        json.key("writers");
        writeProcesses(json, pipe.writers);
        json.key("readers");
        writeProcesses(json, pipe.readers);
        json.endObject();
    }
    json.endArray();
}

} // namespace pipeglass::cli
