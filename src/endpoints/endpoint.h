// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pipeglass::endpoints {

enum class Kind { Socket, Fifo };

/// A process that holds a socket, as far as it is known.
struct Holder {
    QByteArray program = {}; ///< core's ProcessInfo::program
    quint64 pid = 0;
    std::optional<quint64> startTime = {}; ///< field 22 of /proc/PID/stat
};

/// What a file of the .NET world is known to be.
struct Endpoint {
    QByteArray id; ///< "powershell-host": stable, for programs
    QString title; ///< "PowerShell host": for people
    QString explanation; ///< one sentence
    QByteArray framing; ///< the id of a framing of ours where one fits, else a word ("dotnet-ipc")
    std::optional<QString> attachHarms; ///< a sentence; nothing where attaching is harmless
    /// The process and its start time (field 22 of /proc/PID/stat) as the name claims them: anybody can make a name,
    /// and the pid is the one of the process's own pid namespace.
    std::optional<quint64> pid;
    std::optional<quint64> startTime;
    bool isCertain = false; ///< the holder fits too, not only the name

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace pipeglass::endpoints
