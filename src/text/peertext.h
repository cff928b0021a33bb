// SPDX-License-Identifier: MIT
#pragma once

#include "core/strongid.h"
#include "core/system/process.h"

#include <QList>

#include <limits>
#include <optional>

namespace pipeglass::text {

// Processes at the ends of connections. Names are escaped: show them as plain text. Any thread.

/// "echo 4242"; only the pid if the program is unknown.
[[nodiscard]] QString processText(const ProcessInfo &process);
/// As above; "(not visible)" for nullopt.
[[nodiscard]] QString processText(const std::optional<ProcessInfo> &process);
/// Why an end of a connection is held by no process that can be seen, in a few words.
[[nodiscard]] QString whyNotVisible();
/// "echo 4242 (ada)"
[[nodiscard]] QString processAndUserText(const ProcessInfo &process);
[[nodiscard]] QString processAndUserText(const std::optional<ProcessInfo> &process);
/// "echo 4242, worker 991 and 2 more"; "(not visible)" for none.
[[nodiscard]] QString
processesText(const QList<ProcessInfo> &processes, qsizetype most = std::numeric_limits<qsizetype>::max());
/// One of several peers: "#2 worker 991".
[[nodiscard]] QString peerText(ConnectionId connection, const ProcessInfo &peer);

} // namespace pipeglass::text
