// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// One descriptor of one process.
struct Holder {
    quint32 socketInode = 0;
    pid_t pid = 0;
    int descriptor = -1;

    friend constexpr auto operator<=>(const Holder &, const Holder &) = default;
};

struct HolderSearch {
    std::vector<Holder> holders; ///< sorted by socket, process, descriptor
    bool everythingSeen = true; ///< false where the descriptors of some process may not be looked at
};

/// Which of these processes hold the sockets: a look at some, before the walk over all. `everythingSeen` is false.
[[nodiscard]] HolderSearch findHoldersAmong(const std::vector<pid_t> &pids, const std::vector<quint32> &inodes);

/// Which processes hold these sockets (`inodes` sorted): one walk over all descriptors in /proc, which takes some 3 us
/// each, split over `threads`. Processes that end meanwhile are passed over.
[[nodiscard]] HolderSearch findHolders(const std::vector<quint32> &inodes, int threads);

/// The same for every socket, in the calling thread.
[[nodiscard]] HolderSearch findAllHolders();

/// The same for anonymous pipes and FIFOs (`pipe:[inode]`): Holder::socketInode is the pipe's then.
[[nodiscard]] HolderSearch findPipeHolders(const std::vector<quint32> &inodes, int threads);

/// The inodes of all pipes that this process has descriptors of, sorted, each once.
[[nodiscard]] std::vector<quint32> pipesOf(pid_t pid);

/// The inode of the socket that a process has under this number, if it is one and may be seen.
[[nodiscard]] std::optional<quint32> socketAt(pid_t pid, int descriptor);

/// How many descriptors a process has; nothing where it is gone, or the kernel does not tell (before Linux 6.2).
[[nodiscard]] std::optional<int> descriptorCount(pid_t pid);

/// Whether this descriptor still is that socket.
[[nodiscard]] bool stillHolds(const Holder &holder);

} // namespace pipeglass::catalog
