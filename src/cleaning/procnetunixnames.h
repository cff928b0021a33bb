// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSet>

#include <optional>

namespace pipeglass::cleaning {

/// Paths of sockets that systemd-tmpfiles treats as live. nullopt: unknown, so it spares every socket.
using ProcNetUnixNames = std::optional<QSet<QByteArray>>;

/// Reads /proc/net/unix as systemd-tmpfiles does: by lines, absolute paths only, as passed to bind(). So sockets that
/// were bound by a relative path, renamed, or have a newline in the name are missing; accepted connections keep their
/// listener's name.
[[nodiscard]] QSet<QByteArray> procNetUnixNames(QByteArrayView procNetUnix);

} // namespace pipeglass::cleaning
