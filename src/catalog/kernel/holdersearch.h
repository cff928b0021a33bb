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
    bool everythingSeen = true; ///< false if the descriptors of some process may not be read
};

/// Searches only these processes. `everythingSeen` is false.
[[nodiscard]] HolderSearch findHoldersAmong(const std::vector<pid_t> &pids, const std::vector<quint32> &inodes);

/// Searches all descriptors in /proc for sockets (`inodes` sorted), with `threads` threads; about 3 us per descriptor.
/// Processes that end meanwhile are skipped.
[[nodiscard]] HolderSearch findHolders(const std::vector<quint32> &inodes, int threads);

/// All sockets, in the calling thread.
[[nodiscard]] HolderSearch findAllHolders();

/// As findHolders(), for anonymous pipes and FIFOs (`pipe:[inode]`); Holder::socketInode is the pipe's inode.
[[nodiscard]] HolderSearch findPipeHolders(const std::vector<quint32> &inodes, int threads);

/// Inodes of all pipes that this process has open, sorted, without duplicates.
[[nodiscard]] std::vector<quint32> pipesOf(pid_t pid);

/// Inode of the socket behind this descriptor; nullopt: not a socket, or not permitted.
[[nodiscard]] std::optional<quint32> socketAt(pid_t pid, int descriptor);

/// Number of a process's descriptors; nullopt: the process has ended, or Linux is older than 6.2.
[[nodiscard]] std::optional<int> descriptorCount(pid_t pid);

/// Whether the descriptor still is this socket.
[[nodiscard]] bool stillHolds(const Holder &holder);

} // namespace pipeglass::catalog
