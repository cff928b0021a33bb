// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/snapshot.h"

#include <memory>

namespace pipeglass::catalog {

struct ScanOptions {
    std::vector<QByteArray> directories; ///< empty: defaultDirectories()
};

/// Looks at the machine and makes snapshots. Never connects, never opens an entry for reading, never follows a link.
/// Keeps what it knows (holders by socket) from one scan to the next, so that the second is cheap. Synchronous; use
/// from one thread at a time.
class Scanner {
public:
    explicit Scanner(ScanOptions options);
    ~Scanner();
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    enum class Reach {
        Everything,
        SocketsOnly, ///< the directories as they were at the last scan: for whoever is told of changes in them
    };
    [[nodiscard]] SnapshotPtr scan(Reach reach = Reach::Everything);

    /// Those that are looked at, without slashes at the end.
    [[nodiscard]] const std::vector<QByteArray> &directories() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::catalog
