// SPDX-License-Identifier: MIT
#pragma once

#include "core/system/process.h"

#include <QList>

#include <vector>

namespace pipeglass::catalog {

/// An anonymous pipe between a process and its parent or child: .NET's AnonymousPipeServerStream, or redirected
/// standard streams.
struct AnonymousPipe {
    quint32 inode = 0;
    QList<ProcessInfo> writers; ///< visible ones only
    QList<ProcessInfo> readers;
    bool isStandardStream = false; ///< of one of the processes

    friend bool operator==(const AnonymousPipe &, const AnonymousPipe &) = default;
};

/// The anonymous pipes that each process shares with its parent or children. Reads links in /proc only, opens no pipe;
/// one walk over all descriptors. Any thread.
[[nodiscard]] std::vector<std::vector<AnonymousPipe>> anonymousPipesOf(const std::vector<pid_t> &pids);

} // namespace pipeglass::catalog
