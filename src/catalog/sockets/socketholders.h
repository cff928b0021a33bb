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

/// Which processes hold which sockets. A walk over /proc is the most expensive part of a scan, so it is made only for
/// new sockets and when a holder may have ended. A refresh costs one check per holding process, plus the new sockets.
/// One thread at a time.
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

    /// Makes these the known sockets and drops all others.
    void keepOnly(const std::vector<Socket> &living);
    void reserve(size_t count) { m_sockets.reserve(count); }
    void learn(const Socket &socket);
    void forget(quint64 cookie);

    /// Starts the first search in a separate thread, for all sockets. The next refresh() uses its result and searches
    /// only for missing ones.
    void searchAhead();

    enum class RefreshMode {
        Full,
        SkipPeriodicCheck, ///< leaves the periodic check of known holders to a later refresh
    };
    /// Searches for the holders of new sockets and of those whose holder ended. Returns the files of sockets whose
    /// holders changed. `processesHidden`: /proc does not show all processes.
    std::vector<BoundFile> refresh(bool processesHidden, RefreshMode mode = RefreshMode::Full);

    /// Additional sockets (inodes, sorted) for which refresh() finds the holders, see holderOf().
    void setExtraInodes(std::vector<quint32> inodes) { m_extraInodes = std::move(inodes); }
    /// After refresh(): the first holder of an additional socket; nullopt if none is visible.
    [[nodiscard]] std::optional<ProcessInfo> holderOf(quint32 inode);

    /// After refresh(); valid until the next change.
    [[nodiscard]] const Servers &servers(quint64 cookie) const;

private:
    struct SocketRecord {
        quint32 inode = 0;
        BoundFile file;
        std::vector<Holder> holders; ///< one per process
        Servers servers;
        size_t queuePlace = 0; ///< index in m_checkQueue
        bool isNew = true; ///< not searched for yet
        quint32 searches = 0;
        quint32 nextSearch = 0; ///< the round of the next search, if one is due
    };
    struct Process {
        std::optional<quint64> startTime; ///< pid and start time identify a process
        size_t sockets = 0; ///< number of sockets that it holds
        int highest = 0; ///< its highest descriptor of a socket
    };
    [[nodiscard]] std::vector<quint64> due(RefreshMode mode);
    void takeEnded(std::vector<quint64> &due);
    void takePeriodicCheck(std::vector<quint64> &due);
    [[nodiscard]] HolderSearch guess(const std::vector<quint32> &inodes) const;
    [[nodiscard]] std::vector<Holder> likelyHolders() const;
    void search(const std::vector<quint64> &cookies, bool processesHidden);
    [[nodiscard]] std::optional<HolderSearch> takeAhead(const std::vector<quint32> &inodes);
    [[nodiscard]] HolderSearch find(const std::vector<quint32> &inodes);
    /// Sets the servers of a record.
    void fill(quint64 cookie, SocketRecord &record, const HolderSearch &found, bool processesHidden);
    void release(SocketRecord &record);
    [[nodiscard]] const QList<ProcessInfo> &describe(const std::vector<pid_t> &pids);
    [[nodiscard]] std::vector<quint32> inodesOf(const std::vector<quint64> &cookies) const;

    std::unordered_map<quint64, SocketRecord> m_sockets; ///< by the socket's cookie
    std::vector<quint64> m_checkQueue; ///< cookies of all sockets, for the periodic check
    size_t m_nextInQueue = 0;
    std::unordered_map<pid_t, Process> m_processes; ///< those that hold a socket
    std::vector<quint64> m_new; ///< not searched for yet; some may be gone already
    std::set<quint64> m_searchAgain; ///< to be searched for again
    std::vector<Holder> m_freedPlaces; ///< descriptors of recently closed sockets, which are likely to be reused
    std::vector<pid_t> m_seenProcesses; ///< sorted
    std::map<std::vector<pid_t>, QList<ProcessInfo>> m_described; ///< during a search; shared by sockets
    std::vector<quint32> m_extraInodes;
    HolderSearch m_found; ///< for m_extraInodes
    std::thread m_aheadThread;
    HolderSearch m_ahead; ///< written by m_aheadThread
    quint32 m_round = 0;
    quint32 m_lastCheck = 0; ///< round of the last periodic check
    quint32 m_nextCheck = 0; ///< round of the next check of guesses
};

} // namespace pipeglass::catalog
