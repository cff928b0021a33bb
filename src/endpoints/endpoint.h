// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pipeglass::endpoints {

enum class Kind { Socket, Fifo };

/// A process that holds a socket, as far as known.
struct Holder {
    QByteArray program = {}; ///< core's ProcessInfo::program
    quint64 pid = 0;
    std::optional<quint64> startTime = {}; ///< field 22 of /proc/PID/stat
};

/// A recognized endpoint of .NET or a .NET program.
struct Endpoint {
    QByteArray id; ///< stable, for programs: "powershell-host"
    QString title; ///< for people: "PowerShell host"
    QString explanation; ///< one sentence
    QByteArray framing; ///< the id of one of our framings, or another word ("dotnet-ipc")
    std::optional<QString> attachHarms; ///< a sentence; nullopt: attaching is harmless
    /// The process and its start time (field 22 of /proc/PID/stat) from the file name. Not verified: anybody can create
    /// such a name, and the pid is from the process's own namespace.
    std::optional<quint64> pid;
    std::optional<quint64> startTime;
    bool isCertain = false; ///< the holder matches too, not only the name

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace pipeglass::endpoints
