// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/holdersearch.h"
#include "catalog/kernel/unixdiag.h"
#include "core/system/process.h"

#include <QList>

#include <map>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>
#include <vector>

namespace pipeglass::catalog {

/// The process table as far as sockets go: which processes hold which socket. A walk over /proc is the most expensive
/// part of a scan, so it is made only for sockets that are not known yet and when a holder may have gone. A refresh
/// costs what is new and one look at each holding process; where one has ended, one at each socket. One thread at a
/// time.
class SocketHolders {
public:
    SocketHolders() = default;
    ~SocketHolders();
    SocketHolders(const SocketHolders &) = delete;
    SocketHolders &operator=(const SocketHolders &) = delete;

    /// nullopt: not permitted to see. Empty: no holder found.
    using Servers = std::optional<QList<ProcessInfo>>;
    struct Socket {
        quint32 inode = 0;
        quint64 cookie = 0;
        BoundFile file;
    };

    /// Makes these the known sockets; keeps what is known of those that stay.
    void keepOnly(const std::vector<Socket> &living);
    void reserve(size_t count) { m_sockets.reserve(count); }
    void learn(const Socket &socket);
    void forget(quint64 cookie);

    /// Where nothing is known yet: begins the walk in a thread of its own, for all sockets. The next refresh() takes
    /// its result, and searches only for those that it does not have.
    void searchAhead();

    enum class RefreshMode {
        Full,
        SkipPeriodicCheck, ///< whether known holders still hold their sockets is checked in a later refresh
    };
    /// Searches for the holders of new sockets and of those whose holder ended. Returns the files of those sockets
    /// whose holders changed. `processesHidden`: /proc does not show every process.
    std::vector<BoundFile> refresh(bool processesHidden, RefreshMode mode = RefreshMode::Full);

    /// Sockets (inodes, sorted) whose holders the next refresh() finds too, for holderOf().
    void setExtraInodes(std::vector<quint32> inodes) { m_extraInodes = std::move(inodes); }
    /// After refresh(), of one of those: its first holder; nothing where none is seen.
    [[nodiscard]] std::optional<ProcessInfo> holderOf(quint32 inode);

    /// After refresh(); valid until the next change.
    [[nodiscard]] const Servers &servers(quint64 cookie) const;

private:
    struct SocketRecord {
        quint32 inode = 0;
        BoundFile file;
        std::vector<Holder> holders; ///< one a process
        Servers servers;
        size_t queuePlace = 0; ///< in m_checkQueue
        bool isNew = true; ///< not searched for yet
        quint32 searches = 0;
        quint32 nextSearch = 0; ///< the round in which to look again, where that is to be
    };
    struct Process {
        std::optional<quint64> startTime; ///< with the pid it is who it is
        size_t sockets = 0; ///< how many it holds
        int highest = 0; ///< descriptor of those
    };
    [[nodiscard]] std::vector<quint64> due(RefreshMode mode);
    void takeEnded(std::vector<quint64> &due);
    void takePeriodicCheck(std::vector<quint64> &due);
    [[nodiscard]] HolderSearch guess(const std::vector<quint32> &inodes) const;
    [[nodiscard]] std::vector<Holder> likelyHolders() const;
    void search(const std::vector<quint64> &cookies, bool processesHidden);
    [[nodiscard]] std::optional<HolderSearch> takeAhead(const std::vector<quint32> &inodes);
    [[nodiscard]] HolderSearch find(const std::vector<quint32> &inodes);
    /// The servers that this makes of a record.
    void fill(quint64 cookie, SocketRecord &record, const HolderSearch &found, bool processesHidden);
    void release(SocketRecord &record);
    [[nodiscard]] const QList<ProcessInfo> &describe(const std::vector<pid_t> &pids);
    [[nodiscard]] std::vector<quint32> inodesOf(const std::vector<quint64> &cookies) const;

    std::unordered_map<quint64, SocketRecord> m_sockets; ///< by the socket's cookie
    std::vector<quint64> m_checkQueue; ///< cookies of all, for the periodic check
    size_t m_nextInQueue = 0;
    std::unordered_map<pid_t, Process> m_processes; ///< that hold any
    std::vector<quint64> m_new; ///< not searched for yet; some may be gone already
    std::set<quint64> m_searchAgain; ///< to be searched for again later
    std::vector<Holder> m_freedPlaces; ///< descriptors of sockets that went lately, which are likely to be reused
    std::vector<pid_t> m_seenProcesses; ///< sorted
    std::map<std::vector<pid_t>, QList<ProcessInfo>> m_described; ///< within one search; shared by sockets
    std::vector<quint32> m_extraInodes;
    HolderSearch m_found; ///< kept for those only
    std::thread m_aheadThread;
    HolderSearch m_ahead; ///< made by that thread
    quint32 m_round = 0;
    quint32 m_lastCheck = 0; ///< the round in which some were checked
    quint32 m_nextCheck = 0; ///< the round in which guesses are checked
};

} // namespace pipeglass::catalog
