// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/holdersearch.h"
#include "catalog/unixdiag.h"
#include "core/process.h"

#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pipeglass::catalog {

/// Remembers who holds which socket, because finding out is the dearest part of a scan: /proc is walked for sockets not
/// known yet, and when a holder may have gone. What a refresh costs beside such a walk depends on how many processes
/// there are and how many sockets are new, not on how many are known.
class ServerBook {
public:
    /// Nothing: it may not be seen. Empty: nobody, as far as can be seen.
    using Servers = std::optional<std::vector<ProcessInfo>>;
    struct Socket {
        quint32 inode = 0;
        quint64 cookie = 0;
        BoundFile file;
    };

    /// From the next refresh on the book knows these, and no others: what it knew of them it keeps.
    void keepOnly(const std::vector<Socket> &living);
    void learn(const Socket &socket);
    void forget(quint64 cookie);

    enum class Haste {
        None,
        Some, ///< other work is to be done too: what is checked in turns can wait for a quiet round, if one comes soon
    };
    /// Brings it up to date. Returns the files of those sockets that are held by others than before. `processesHidden`:
    /// /proc does not show everybody.
    std::vector<BoundFile> refresh(bool processesHidden, Haste haste = Haste::None);

    /// With the next walk over /proc find out about these too (sorted), and keep what came of it.
    void alsoFind(std::vector<quint32> inodes) { m_also = std::move(inodes); }
    /// After refresh(), of one of those: who holds it, the first if several; nothing where nobody is seen to.
    [[nodiscard]] std::optional<ProcessInfo> holderOf(quint32 inode);

    /// After refresh(); valid until the next change.
    [[nodiscard]] const Servers &servers(quint64 cookie) const;

private:
    struct Page {
        quint32 inode = 0;
        BoundFile file;
        std::vector<Holder> holders; ///< one a process
        Servers servers;
        size_t turn = 0; ///< its place in m_turns
        bool isNew = true; ///< not searched for yet
        quint32 searches = 0;
        quint32 nextSearch = 0; ///< the round in which to look again, where that is to be
    };
    struct Process {
        std::optional<quint64> startTime; ///< with the pid it is who it is
        std::unordered_set<quint64> cookies; ///< of what it holds
        int highest = 0; ///< descriptor of those
    };
    [[nodiscard]] std::vector<quint64> due(Haste haste);
    void takeEnded(std::vector<quint64> &due);
    void takeTurn(std::vector<quint64> &due);
    [[nodiscard]] HolderSearch guess(const std::vector<quint32> &inodes) const;
    [[nodiscard]] std::vector<Holder> likelyHolders() const;
    void search(const std::vector<quint64> &cookies, bool processesHidden);
    /// The servers that this makes of a page.
    void fill(quint64 cookie, Page &page, const HolderSearch &found, bool processesHidden);
    void release(quint64 cookie, Page &page);
    [[nodiscard]] const ProcessInfo &describe(pid_t pid);
    [[nodiscard]] std::vector<quint32> inodesOf(const std::vector<quint64> &cookies) const;

    std::unordered_map<quint64, Page> m_pages; ///< by the socket's cookie
    std::vector<quint64> m_turns; ///< all of them, for the rolling check of descriptors
    size_t m_nextTurn = 0;
    std::unordered_map<pid_t, Process> m_processes; ///< that hold any
    std::vector<quint64> m_new; ///< not searched for yet; some may be gone already
    std::set<quint64> m_again; ///< to be searched for once more some time
    std::vector<Holder> m_freed; ///< where sockets were that went lately: descriptors are used again
    std::vector<pid_t> m_seenProcesses; ///< sorted
    std::unordered_map<pid_t, ProcessInfo> m_described; ///< within one search
    std::vector<quint32> m_also;
    HolderSearch m_found; ///< kept for those only
    quint32 m_round = 0;
    quint32 m_lastTurn = 0; ///< the round in which some were checked
    quint32 m_nextCheck = 0; ///< the round in which guesses are checked
};

} // namespace pipeglass::catalog
