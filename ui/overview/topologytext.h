// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "overview/topology.h"

#include <QStringList>

namespace pipeglass::ui {

// A topology as text. Names are escaped: show them as plain text.

/// "12 B", "1.5 MiB", "?" if unknown: short enough for a line of the drawing.
[[nodiscard]] QString shortBytes(std::optional<quint64> bytes);

/// The lines of a box, the maxCount important one first: program, pid and user, number of connections if more than one.
[[nodiscard]] QStringList clientLines(const TopologyEnd &client);
/// `alone`: the only server, so all connections are its own.
[[nodiscard]] QStringList serverLines(const TopologyEnd &server, bool alone);
/// "12 bytes not yet read by the server, the client has read everything", "everything read", "waiting to be accepted",
/// ...
[[nodiscard]] QString queueSentence(const TopologyEnd &end);
/// The sum over all clients except waiting ones.
[[nodiscard]] QString totalSentence(const TopologyEnd &server);
/// What happens to a new client: "are refused"; empty if it can connect or that is unknown.
[[nodiscard]] QString newClientsLine(const catalog::PipeEntry &entry, Topology::NewClients newClients);
/// The whole drawing as sentences, for screen readers.
[[nodiscard]] QString topologyInWords(const catalog::PipeEntry &entry, const Topology &topology);

} // namespace pipeglass::ui
