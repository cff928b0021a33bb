// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QStringView>

#include <optional>

namespace pipeglass::doctor {

/// What an exception of a .NET pipe means on Linux.
enum class DotNetErrorId {
    PermissionDenied, ///< EACCES of connect()
    ConnectionRefused, ///< a file without a listener
    NoSuchFile, ///< .NET says "Cannot assign requested address"
    AddressInUse, ///< the file of the name cannot be deleted by the new server
    PathTooLong,
    ConnectTimeout,
    MessageMode,
    WaitForPipeDrain,
    AllInstancesBusy,
    CurrentUserOnly,
    Impersonation,
    BrokenPipe,
    ConnectionReset,
    FirstInstance, ///< FirstPipeInstance, and the name exists
    BacklogFull,
    WrongSocketType, ///< a datagram or packet socket
    RemoteServer,
    InvalidName,
    NumberOfInstances,
    NotConnected,
    ClosedPipe,
};

/// The words in JSON: "permission-denied", ..., "first-instance", "backlog-full", "wrong-socket-type", "remote-server",
/// "invalid-name", "number-of-instances", "not-connected", "closed-pipe".
[[nodiscard]] QLatin1String word(DotNetErrorId id);

struct DotNetError {
    DotNetErrorId id = DotNetErrorId::PermissionDenied;
    QByteArray path; ///< as the text names it; empty: it names none
    QByteArray name; ///< of the pipe, if the text names it or the path; else empty

    friend bool operator==(const DotNetError &, const DotNetError &) = default;
};

/// The error about the pipe at this path.
[[nodiscard]] DotNetError errorAt(DotNetErrorId id, const QByteArray &path);

/// The first exception of a .NET pipe in a text: a message alone, the output of Exception.ToString(), or a log that
/// contains one. nullopt: none, or the exception is of something else (TCP, a file). Pure, any text.
[[nodiscard]] std::optional<DotNetError> findDotNetError(QStringView text);

} // namespace pipeglass::doctor
