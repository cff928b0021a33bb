// SPDX-License-Identifier: MIT
#pragma once

#include "core/system/process.h"

#include <QList>

#include <vector>

namespace pipeglass::catalog {

/// An anonymous pipe between a process and its parent or a child: .NET's AnonymousPipeServerStream, or standard streams
/// that are redirected. It has no name, only two ends.
struct AnonymousPipe {
    quint32 inode = 0;
    QList<ProcessInfo> writers; ///< as far as they may be seen
    QList<ProcessInfo> readers;
    bool isStandardStream = false; ///< of one that has an end

    friend bool operator==(const AnonymousPipe &, const AnonymousPipe &) = default;
};

/// The anonymous pipes that each of these processes shares with its parent or a child. Looks at links in /proc only,
/// opens no pipe; one walk over all descriptors. Any thread.
[[nodiscard]] std::vector<std::vector<AnonymousPipe>> anonymousPipesOf(const std::vector<pid_t> &pids);

} // namespace pipeglass::catalog
