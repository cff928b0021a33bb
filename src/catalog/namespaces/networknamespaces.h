// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// Other network namespaces: those of visible processes and named ones (`ip netns`). A repeated call without new
/// processes is cheap (the kernel's last pid is unchanged). Keeps no namespace open, so it does not extend their life.
class NetworkNamespaces {
public:
    struct Key {
        /// Inode of the namespace; if not permitted, of its /proc/PID/net/unix.
        quint64 inode = 0;
        bool mayEnter = true; ///< which of the two `inode` is

        friend constexpr auto operator<=>(const Key &, const Key &) = default;
    };
    struct Network {
        std::vector<pid_t> members; ///< some of the processes or threads in it
        QByteArray mountPoint; ///< empty if it has no name
    };
    using Networks = std::map<Key, Network>;

    enum class ScanMode {
        Quick, ///< new processes only; known ones now and then, as they seldom change namespaces
        Thorough,
        WithThreads, ///< and all threads, which can be in other namespaces; remembered for later calls
    };
    /// Current namespaces, at most a thousand. Valid until the next call; a namespace may have ended meanwhile.
    const Networks &scan(ScanMode how);
    [[nodiscard]] const Networks &networks() const { return m_networks; }

private:
    void startOver();
    void takeProcesses(const std::vector<pid_t> &pids);
    void take(pid_t pid);
    void takeMember(pid_t pid);
    Network *networkOf(const Key &key);
    [[nodiscard]] bool isOwn(const Key &key) const;

    std::optional<quint64> m_own; ///< inode of our own namespace
    std::optional<quint64> m_ownText; ///< inode of our own net/unix
    Networks m_networks;
    std::vector<pid_t> m_settled; ///< sorted: seen in two scans
    std::vector<pid_t> m_young; ///< sorted: seen once; a new process may still enter a namespace
    std::optional<quint64> m_lastPid;
    int m_quickScans = 0; ///< since the last full one
    bool m_hasScanned = false;
    bool m_withThreads = false;
};

} // namespace pipeglass::catalog
