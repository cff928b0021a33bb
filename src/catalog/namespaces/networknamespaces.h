// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// The network namespaces beside our own in which processes are (by their first threads), and those with a name (`ip
/// netns`). Cheap to ask over and over: one number of the kernel's tells that no process was made since, and then there
/// is nothing to look at. Holds none of them open, so that none lives longer for being listed.
class NetworkNamespaces {
public:
    struct Key {
        /// Of the namespace itself; without the right to know it, of its /proc/PID/net/unix instead.
        quint64 inode = 0;
        bool mayEnter = true; ///< whether it is the first

        friend constexpr auto operator<=>(const Key &, const Key &) = default;
    };
    struct Network {
        std::vector<pid_t> members; ///< a few processes or threads
        QByteArray mountPoint; ///< empty where it has no name
    };
    using Networks = std::map<Key, Network>;

    enum class Look {
        Quick, ///< at new processes; at others only now and then, for they seldom go elsewhere
        Thorough,
        WithThreads, ///< and at all threads of each process, which can be in other namespaces; so from then on
    };
    /// Those that there are now. More than a thousand are not listed. Valid until the next look; what is in it may
    /// have ended.
    const Networks &look(Look how);
    [[nodiscard]] const Networks &networks() const { return m_networks; }

private:
    void startOver();
    void takeProcesses(const std::vector<pid_t> &pids);
    void take(pid_t pid);
    void takeMember(pid_t pid);
    Network *networkOf(const Key &key);
    [[nodiscard]] bool isOwn(const Key &key) const;

    std::optional<quint64> m_own; ///< our own: the namespace's inode
    std::optional<quint64> m_ownText; ///< and that of its net/unix
    Networks m_networks;
    std::vector<pid_t> m_settled; ///< sorted: looked at twice
    std::vector<pid_t> m_young; ///< sorted: once; a process that begins may be on its way into a namespace
    std::optional<quint64> m_lastPid;
    int m_quickLooks = 0; ///< since the last thorough one
    bool m_hasLooked = false;
    bool m_withThreads = false;
};

} // namespace pipeglass::catalog
