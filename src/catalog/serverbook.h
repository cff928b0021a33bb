// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/holdersearch.h"
#include "core/process.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace pipeglass::catalog {

/// Remembers who holds which socket, because finding out is the dearest part of a scan: /proc is walked for sockets not
/// known yet, and when a holder may have gone.
class ServerBook {
public:
    /// Nothing: it may not be seen. Empty: nobody, as far as can be seen.
    using Servers = std::optional<std::vector<ProcessInfo>>;
    struct Socket {
        quint32 inode = 0;
        quint64 cookie = 0;
    };

    /// Brings the book up to date for the sockets that live now; others are forgotten. `processesHidden`: /proc does
    /// not show everybody.
    void update(const std::vector<Socket> &living, bool processesHidden);

    /// With the next walk over /proc find out about these too (sorted), and keep what came of it.
    void alsoFind(std::vector<quint32> inodes) { m_also = std::move(inodes); }
    /// After update(), of one of those: who holds it, the first if several; nothing where nobody is seen to.
    [[nodiscard]] std::optional<ProcessInfo> holderOf(quint32 inode);

    /// After update(), of one of its sockets; valid until the next.
    [[nodiscard]] const Servers &servers(quint64 cookie) const;

private:
    struct Page {
        quint32 inode = 0;
        std::vector<Holder> holders; ///< one a process
        Servers servers;
        quint32 round = 0; ///< of the last update that met it
        quint32 searches = 0;
        quint32 nextSearch = 0; ///< the round in which to look again where nobody was found
    };
    [[nodiscard]] std::vector<quint32> outdated();
    [[nodiscard]] bool holdersLive(const Page &page);
    void search(const std::vector<quint32> &inodes, bool processesHidden);
    [[nodiscard]] Servers describe(const Page &page, bool everythingSeen);
    [[nodiscard]] const ProcessInfo &describe(pid_t pid);

    std::unordered_map<quint64, Page> m_pages; ///< by the socket's cookie
    std::unordered_map<pid_t, std::optional<quint64>> m_startTimes; ///< of holders, when they were found
    std::unordered_map<pid_t, bool> m_alive; ///< within one update
    std::unordered_map<pid_t, ProcessInfo> m_described; ///< within one search
    std::vector<quint32> m_also;
    HolderSearch m_found; ///< kept for those only
    quint32 m_round = 0;
    size_t m_checked = 0; ///< where the rolling check of descriptors goes on
};

} // namespace pipeglass::catalog
