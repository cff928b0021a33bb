// SPDX-License-Identifier: MIT
#include "overview/drawingitems.h"

#include "app/windowtext.h"
#include "core/bytetext.h"
#include "overview/topologytext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"

#include <QCoreApplication>

namespace pipeglass::ui {

using catalog::PipeEntry;
using Arrow = DrawingLayout::Arrow;
using Box = DrawingLayout::Box;
using Item = DrawingItem;
using Role = DrawingLayout::Role;
using Style = DrawingLayout::Style;

namespace {

Arrow arrowFor(const QueuedBytes &queued, const QString &toolTip)
{
    Arrow arrow;
    arrow.toolTip = toolTip;
    if (queued.isDrained()) {
        arrow.above = WindowText::tr("all read");
    } else {
        arrow.above = WindowText::tr("→ %1").arg(shortBytes(queued.toServer));
        arrow.below = WindowText::tr("← %1").arg(shortBytes(queued.toClient));
    }
    return arrow;
}

void linkToProcess(Box &box, const TopologyEnd &end)
{
    if (!end.process || end.process->pid == 0)
        return;
    box.pid = end.process->pid;
    box.toolTip += WindowText::tr("\nClick to show it in the list of processes.");
}

Item clientItem(const TopologyEnd &client)
{
    Item item;
    item.box.role = client.isWaiting ? Role::Waiting : Role::Client;
    item.box.lines = clientLines(client);
    item.box.toolTip = (item.box.lines + QStringList{ queueSentence(client) }).join(u'\n');
    linkToProcess(item.box, client);
    if (client.isWaiting) {
        item.arrow = plainArrow(Style::Dashed);
        item.arrow.above = WindowText::tr("waiting");
        item.arrow.toolTip = queueSentence(client);
    } else {
        item.arrow = arrowFor(client.queued, queueSentence(client));
    }
    return item;
}

Item someItem(Role role, const QString &title, const QString &line, const Arrow &arrow)
{
    Item item;
    item.box.role = role;
    item.box.lines = QStringList{ title };
    if (!line.isEmpty())
        item.box.lines.append(line);
    item.box.toolTip = item.box.lines.join(u'\n');
    item.arrow = arrow;
    return item;
}

/// If only the numbers are known.
Item countedItem(const Topology &topology)
{
    if (!topology.connected)
        return someItem(Role::Nobody, WindowText::tr("clients unknown"), {}, plainArrow(Style::Dashed, false));
    const quint32 waiting = topology.waiting.value_or(0);
    const quint32 all = *topology.connected + waiting;
    if (all == 0)
        return someItem(Role::Nobody, WindowText::tr("no client"), {}, plainArrow(Style::Dashed, false));
    const QString title = WindowText::tr("%n client(s)", nullptr, text::plural(all));
    const QString line = waiting == 0 ? WindowText::tr("connected")
        : *topology.connected == 0    ? WindowText::tr("waiting")
                                      : WindowText::tr("%n connected", nullptr, text::plural(*topology.connected))
            + QLatin1String(", ") + WindowText::tr("%n waiting", nullptr, text::plural(waiting));
    return someItem(Role::Client, title, line, plainArrow(Style::Solid));
}

} // namespace

DrawingLayout::Arrow plainArrow(Style style, bool hasHead)
{
    Arrow arrow;
    arrow.style = style;
    arrow.hasHead = hasHead;
    return arrow;
}

std::vector<DrawingItem> clientItems(const PipeEntry &entry, const Topology &topology)
{
    std::vector<Item> items;
    const QString newClients = newClientsLine(entry, topology.newClients);
    // A box "and 1 more" would take as much space as that client.
    const size_t maxCount = DrawingLayout::maxClients;
    const size_t shown = topology.clients.size() == maxCount + 1 ? maxCount + 1 : maxCount;
    for (const TopologyEnd &client : topology.firstClients(shown))
        items.push_back(clientItem(client));
    if (const size_t more = topology.clientsBeyond(shown)) {
        const QString title = WindowText::tr("and %n more", nullptr, text::plural(more));
        items.push_back(someItem(Role::More, title, WindowText::tr("listed below"), plainArrow(Style::Solid)));
    }
    if (topology.clients.empty() && (newClients.isEmpty() || topology.connected != quint32{ 0 }))
        items.push_back(countedItem(topology));
    else if (!topology.connected)
        items.push_back(someItem(
            Role::Nobody, WindowText::tr("other clients"), WindowText::tr("unknown"),
            plainArrow(Style::Dashed, false)));
    if (!newClients.isEmpty())
        items.push_back(someItem(Role::Nobody, WindowText::tr("new clients"), newClients, plainArrow(Style::Blocked)));
    return items;
}

std::vector<DrawingItem> serverItems(const Topology &topology)
{
    std::vector<Item> items;
    const std::vector<TopologyEnd> &servers = topology.servers;
    const bool alone = servers.size() == 1;
    // With one client and one server both arrows would be the same.
    const bool sums = topology.areConnectionsKnown && (topology.clients.size() > 1 || !alone);
    for (size_t at = 0; at < qMin(servers.size(), DrawingLayout::maxServers); ++at) {
        Item item;
        item.box.role = Role::Server;
        item.box.lines = serverLines(servers[at], alone);
        item.box.toolTip = item.box.lines.join(u'\n');
        linkToProcess(item.box, servers[at]);
        if (sums && servers[at].connections > 0)
            item.arrow = arrowFor(servers[at].queued, totalSentence(servers[at]));
        items.push_back(std::move(item));
    }
    if (servers.size() > DrawingLayout::maxServers) {
        Item more = someItem(
            Role::Server,
            WindowText::tr("and %n more", nullptr, text::plural(servers.size() - DrawingLayout::maxServers)), {},
            plainArrow(Style::Solid));
        QStringList all;
        for (const TopologyEnd &server : servers)
            all.append(serverLines(server, true).join(WindowText::tr(", ")));
        more.box.toolTip = all.join(u'\n');
        items.push_back(std::move(more));
    }
    if (servers.empty())
        items.push_back(someItem(Role::Nobody, WindowText::tr("no server"), {}, plainArrow(Style::Dashed, false)));
    return items;
}

DrawingLayout::Box pipeBox(const PipeEntry &entry)
{
    Box box;
    box.role = Role::Pipe;
    box.lines = QStringList{ escapedText(entry.name()), text::stateWord(entry) };
    box.toolTip = box.lines.join(u'\n');
    return box;
}

} // namespace pipeglass::ui
