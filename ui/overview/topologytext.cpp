// SPDX-License-Identifier: MIT
#include "overview/topologytext.h"

#include "app/windowtext.h"
#include "core/bytetext.h"
#include "text/isolation.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pipeglass::ui {

using catalog::PipeEntry;

namespace {

constexpr size_t maxInWords = 20;

QString connectionsText(int connections) { return WindowText::tr("%n connection(s)", nullptr, connections); }

QStringList processLines(const std::optional<ProcessInfo> &process)
{
    if (!process)
        return { WindowText::tr("not visible"), text::whyNotVisible() };
    const QString pid = QString::number(process->pid);
    if (process->program.isEmpty())
        return { WindowText::tr("pid %1").arg(pid), process->user };
    return { escapedText(process->program), WindowText::tr("pid %1, %2").arg(pid, process->user) };
}

QString queueText(const QueuedBytes &queued)
{
    if (queued.isDrained())
        return WindowText::tr("everything read");
    const auto part = [](std::optional<quint64> bytes, const QString &some, const QString &none) {
        return bytes == quint64{ 0 } ? none : some.arg(text::bytesText(bytes));
    };
    return part(
               queued.toServer, WindowText::tr("%1 not yet read by the server"),
               WindowText::tr("the server has read everything"))
        + WindowText::tr(", ")
        + part(queued.toClient, WindowText::tr("%1 not yet read by the client"),
               WindowText::tr("the client has read everything"));
}

QString clientInWords(const TopologyEnd &client)
{
    const QString who = clientLines(client).join(QLatin1String(", "));
    return QStringLiteral("%1: %2").arg(who, queueSentence(client));
}

} // namespace

QString shortBytes(std::optional<quint64> bytes)
{
    if (!bytes)
        return WindowText::tr("?");
    if (*bytes == 0)
        return WindowText::tr("0");
    if (*bytes < 1024)
        return WindowText::tr("%1 B").arg(*bytes);
    return QLocale().formattedDataSize(static_cast<qint64>(*bytes), 1);
}

QStringList clientLines(const TopologyEnd &client)
{
    QStringList lines = client.hasEnded
        ? QStringList{ WindowText::tr("has ended"), WindowText::tr("the server keeps its end") }
        : processLines(client.process);
    if (client.connections != 1)
        lines.append(connectionsText(client.connections));
    return lines;
}

QStringList serverLines(const TopologyEnd &server, bool alone)
{
    QStringList lines = processLines(server.process);
    if (!alone)
        lines.append(server.connections == 0 ? WindowText::tr("no connection") : connectionsText(server.connections));
    return lines;
}

QString queueSentence(const TopologyEnd &end)
{
    if (end.isWaiting)
        return WindowText::tr("waiting to be accepted; until then its bytes are unknown");
    return queueText(end.queued);
}

QString totalSentence(const TopologyEnd &server)
{
    return QStringLiteral("%1: %2").arg(connectionsText(server.connections), queueText(server.queued));
}

QString newClientsLine(const PipeEntry &entry, Topology::NewClients newClients)
{
    switch (newClients) {
    case Topology::NewClients::Refused:
        return WindowText::tr("are refused");
    case Topology::NewClients::DoNotFindIt:
        return WindowText::tr("cannot find it");
    case Topology::NewClients::ReachAnotherPipe:
        return entry.takenOverBy ? WindowText::tr("go to process %1").arg(*entry.takenOverBy)
                                 : WindowText::tr("go to another process");
    case Topology::NewClients::Reach:
    case Topology::NewClients::Unknown:
        break;
    }
    return {};
}

QString topologyInWords(const PipeEntry &entry, const Topology &topology)
{
    QStringList sentences;
    if (!topology.areConnectionsKnown) {
        sentences += topology.connected ? WindowText::tr("%n connected,", nullptr, text::plural(*topology.connected))
                + u' ' + WindowText::tr("%n waiting.", nullptr, text::plural(topology.waiting.value_or(0)))
                                        : WindowText::tr("Clients are unknown.");
    } else if (topology.clients.empty()) {
        sentences += topology.connected ? WindowText::tr("No client.") : WindowText::tr("Clients are unknown.");
    }
    const size_t said = qMin(maxInWords, topology.clients.size());
    for (size_t at = 0; at < said; ++at)
        sentences += WindowText::tr("Client %1.").arg(clientInWords(topology.clients[at]));
    if (said < topology.clients.size())
        sentences += WindowText::tr("And %n more client(s).", nullptr, text::plural(topology.clients.size() - said));
    if (!topology.connected && said > 0)
        sentences += WindowText::tr("There may be other clients.");
    sentences += WindowText::tr("Pipe %1, %2.").arg(text::isolated(escapedText(entry.name())), text::stateWord(entry));
    for (const TopologyEnd &server : topology.servers)
        sentences += WindowText::tr("Server %1.")
                         .arg(serverLines(server, topology.servers.size() == 1).join(QLatin1String(", ")));
    if (topology.servers.empty())
        sentences += WindowText::tr("No server.");
    const QString newClients = newClientsLine(entry, topology.newClients);
    if (!newClients.isEmpty())
        sentences += WindowText::tr("New clients %1.").arg(newClients);
    return sentences.join(u' ');
}

} // namespace pipeglass::ui
