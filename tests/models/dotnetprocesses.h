// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"
#include "models/pipeentries.h"

namespace pipeglass::test {

/// A .NET process without pipes, as described by the catalog.
inline catalog::DotNetProcess dotNetProcess(pid_t pid, const QByteArray &program)
{
    catalog::DotNetProcess made;
    made.process = { pid, program, 1000, QStringLiteral("user") };
    made.tmpdir = QByteArray();
    return made;
}

inline catalog::PipeEntryPtr sharedPipe(const QByteArray &name, quint64 inode = 1)
{
    return std::make_shared<catalog::PipeEntry>(pipe(name, inode));
}

inline catalog::DotNetProcess::ClientOf
clientOf(const QByteArray &name, std::optional<quint64> unreadByServer = 0, std::optional<quint64> unreadByClient = 0)
{
    catalog::Connection connection;
    connection.clientInode = 9;
    connection.server = ProcessInfo{ 4242, "echo", 0, QStringLiteral("root") };
    connection.unreadByServer = unreadByServer;
    connection.unreadByClient = unreadByClient;
    return { sharedPipe(name), connection };
}

} // namespace pipeglass::test
