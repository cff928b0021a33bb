// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "overview/topology.h"

#include <QStringList>

namespace pipeglass::ui {

// A topology in words. Strangers' names in them are escaped: show them as plain text.

/// "12 B", "1.5 MiB", "?" where it is not known: short enough for a line of the drawing.
[[nodiscard]] QString shortBytes(std::optional<quint64> bytes);

/// What stands in a box, the most important line first: program, pid and user, the number of connections where it is
/// not one.
[[nodiscard]] QStringList clientLines(const TopologyEnd &client);
/// `alone`: whether it is the only one, so that all connections are its own anyway.
[[nodiscard]] QStringList serverLines(const TopologyEnd &server, bool alone);
/// "12 bytes not yet read by the server, nothing unread by the client", "all is read", "waiting to be accepted", ...
[[nodiscard]] QString queueSentence(const TopologyEnd &end);
/// The same for all clients but those that wait.
[[nodiscard]] QString totalSentence(const TopologyEnd &server);
/// What a client that comes now meets: "are refused"; empty where it gets in or that is not known.
[[nodiscard]] QString newcomersLine(const catalog::PipeEntry &entry, Topology::Newcomers newcomers);
/// The whole drawing in sentences, for those who do not see it.
[[nodiscard]] QString topologyInWords(const catalog::PipeEntry &entry, const Topology &topology);

} // namespace pipeglass::ui
