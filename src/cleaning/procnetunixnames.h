// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSet>

#include <optional>

namespace pipeglass::cleaning {

/// The names that systemd-tmpfiles takes for live sockets. Nothing: it could not find out, and spares every socket.
using ProcNetUnixNames = std::optional<QSet<QByteArray>>;

/// Reads a /proc/net/unix as systemd-tmpfiles does: line by line, absolute paths only, as they were given to bind(). So
/// a socket that was bound by a relative path, renamed since, or has a newline in its name is none of them, and
/// accepted connections keep their listener's name alive.
[[nodiscard]] QSet<QByteArray> procNetUnixNames(QByteArrayView procNetUnix);

} // namespace pipeglass::cleaning
