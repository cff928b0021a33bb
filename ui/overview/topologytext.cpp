// SPDX-License-Identifier: MIT
#include "overview/topologytext.h"

#include "core/bytetext.h"
#include "models/pipetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pipeglass::ui {

using catalog::PipeEntry;

namespace {

constexpr size_t mostInWords = 20;

QString tr(const char *text) { return QCoreApplication::translate("TopologyText", text); }

QString connectionsText(int connections)
{
    return connections == 1 ? tr("1 connection") : tr("%1 connections").arg(connections);
}

QStringList processLines(const std::optional<ProcessInfo> &process)
{
    if (!process)
        return { tr("not visible"), tr("unknown process") };
    const QString pid = QString::number(process->pid);
    if (process->program.isEmpty())
        return { tr("pid %1").arg(pid), process->user };
    return { escapedText(process->program), tr("pid %1, %2").arg(pid, process->user) };
}

QString queueText(const QueuedBytes &queued)
{
    if (queued.isDrained())
        return tr("drained: all is read");
    const auto part = [](std::optional<quint64> bytes, const QString &some, const QString &none) {
        return bytes == quint64{ 0 } ? none : some.arg(bytesInWords(bytes));
    };
    return part(queued.toServer, tr("%1 not yet read by the server"), tr("the server has read all")) + tr(", ")
        + part(queued.toClient, tr("%1 not yet read by the client"), tr("the client has read all"));
}

QString clientInWords(const TopologyEnd &client)
{
    const QString who = clientLines(client).join(QLatin1String(", "));
    return tr("%1: %2").arg(who, queueSentence(client));
}

} // namespace

QString shortBytes(std::optional<quint64> bytes)
{
    if (!bytes)
        return tr("?");
    if (*bytes == 0)
        return tr("0");
    if (*bytes < 1024)
        return tr("%1 B").arg(*bytes);
    return QLocale().formattedDataSize(static_cast<qint64>(*bytes), 1);
}

QString bytesInWords(std::optional<quint64> bytes)
{
    if (!bytes)
        return tr("an unknown number of bytes");
    return *bytes == 1 ? tr("1 byte") : tr("%1 bytes").arg(QLocale().toString(*bytes));
}

QStringList clientLines(const TopologyEnd &client)
{
    QStringList lines =
        client.hasEnded ? QStringList{ tr("has ended"), tr("the server keeps its end") } : processLines(client.process);
    if (client.connections != 1)
        lines.append(connectionsText(client.connections));
    return lines;
}

QStringList serverLines(const TopologyEnd &server, bool alone)
{
    QStringList lines = processLines(server.process);
    if (!alone)
        lines.append(server.connections == 0 ? tr("no connection") : connectionsText(server.connections));
    return lines;
}

QString queueSentence(const TopologyEnd &end)
{
    if (end.isWaiting)
        return tr("waiting to be accepted; what it has sent cannot be known before");
    return queueText(end.queued);
}

QString totalSentence(const TopologyEnd &server)
{
    return tr("%1: %2").arg(connectionsText(server.connections), queueText(server.queued));
}

QString newcomersLine(const PipeEntry &entry, Topology::Newcomers newcomers)
{
    switch (newcomers) {
    case Topology::Newcomers::Refused:
        return tr("are refused");
    case Topology::Newcomers::CannotFindIt:
        return tr("cannot find it");
    case Topology::Newcomers::GoElsewhere:
        return entry.takenOverBy ? tr("go to process %1").arg(*entry.takenOverBy) : tr("go to another process");
    case Topology::Newcomers::Reach:
    case Topology::Newcomers::Unknown:
        break;
    }
    return {};
}

QString topologyInWords(const PipeEntry &entry, const Topology &topology)
{
    QStringList sentences;
    if (!topology.areConnectionsKnown) {
        sentences += topology.connected
            ? tr("%1 connected, %2 waiting.")
                  .arg(QString::number(*topology.connected), QString::number(topology.waiting.value_or(0)))
            : tr("Clients are not known.");
    } else if (topology.clients.empty()) {
        sentences += topology.connected ? tr("No client.") : tr("Clients are not known.");
    }
    const size_t said = qMin(mostInWords, topology.clients.size());
    for (size_t at = 0; at < said; ++at)
        sentences += tr("Client %1.").arg(clientInWords(topology.clients[at]));
    if (said < topology.clients.size())
        sentences += topology.clients.size() - said == 1
            ? tr("And 1 more client.")
            : tr("And %1 more clients.").arg(topology.clients.size() - said);
    if (!topology.connected && said > 0)
        sentences += tr("There may be other clients.");
    sentences += tr("Pipe %1, %2.").arg(escapedText(entry.name()), models::stateWord(entry));
    for (const TopologyEnd &server : topology.servers)
        sentences += tr("Server %1.").arg(serverLines(server, topology.servers.size() == 1).join(QLatin1String(", ")));
    if (topology.servers.empty())
        sentences += tr("No server.");
    const QString newcomers = newcomersLine(entry, topology.newcomers);
    if (!newcomers.isEmpty())
        sentences += tr("New clients %1.").arg(newcomers);
    return sentences.join(u' ');
}

} // namespace pipeglass::ui
