// SPDX-License-Identifier: MIT
#include "catalog/serverbook.h"

#include "catalog/procfs.h"

#include <algorithm>
#include <thread>

namespace pipeglass::catalog {

namespace {

/// How many known holders are verified to have their descriptor still, each update in turn: a server can hand its
/// socket on to a child and close it, and nothing tells.
constexpr size_t checksPerRound = 64;

int threadsFor(size_t wanted)
{
    constexpr size_t worthAThread = 256;
    return wanted < worthAThread ? 1 : static_cast<int>(qBound(1U, std::thread::hardware_concurrency(), 4U));
}

} // namespace

void ServerBook::update(const std::vector<Socket> &living, bool processesHidden)
{
    ++m_round;
    m_alive.clear();
    m_pages.reserve(living.size());
    for (const Socket &socket : living) {
        Page &page = m_pages[socket.cookie];
        page.inode = socket.inode;
        page.round = m_round;
    }
    std::erase_if(m_pages, [this](const auto &item) { return item.second.round != m_round; });
    const std::vector<quint32> inodes = outdated();
    if (!inodes.empty() || !m_also.empty())
        search(inodes, processesHidden);
}

std::vector<quint32> ServerBook::outdated()
{
    std::vector<quint32> inodes;
    const size_t count = m_pages.size();
    const size_t checkFrom = count == 0 ? 0 : m_checked % count;
    size_t index = 0;
    for (auto &[cookie, page] : m_pages) {
        // The stretch of the rolling check, which wraps around.
        const bool inTurn = (index++ + count - checkFrom) % count < checksPerRound;
        const bool known = page.searches > 0;
        const bool fresh = page.holders.empty()
            ? known && m_round < page.nextSearch
            : holdersLive(page) && (!inTurn || std::all_of(page.holders.begin(), page.holders.end(), stillHolds));
        if (!fresh)
            inodes.push_back(page.inode);
    }
    m_checked = checkFrom + checksPerRound;
    std::sort(inodes.begin(), inodes.end());
    return inodes;
}

bool ServerBook::holdersLive(const Page &page)
{
    return std::all_of(page.holders.begin(), page.holders.end(), [this](const Holder &holder) {
        const auto [alive, isNew] = m_alive.try_emplace(holder.pid, false);
        if (isNew) {
            const auto known = m_startTimes.find(holder.pid);
            alive->second = known != m_startTimes.end() && known->second && startTime(holder.pid) == known->second;
        }
        return alive->second;
    });
}

void ServerBook::search(const std::vector<quint32> &inodes, bool processesHidden)
{
    m_described.clear();
    std::vector<quint32> wanted;
    std::set_union(inodes.begin(), inodes.end(), m_also.begin(), m_also.end(), std::back_inserter(wanted));
    HolderSearch found = findHolders(wanted, threadsFor(wanted.size()));
    for (auto &[cookie, page] : m_pages) {
        if (!std::binary_search(inodes.begin(), inodes.end(), page.inode))
            continue;
        const auto from = std::lower_bound(found.holders.begin(), found.holders.end(), Holder{ page.inode, 0, -1 });
        page.holders.clear();
        for (auto holder = from; holder != found.holders.end() && holder->socketInode == page.inode; ++holder) {
            if (page.holders.empty() || page.holders.back().pid != holder->pid)
                page.holders.push_back(*holder);
        }
        page.servers = describe(page, found.everythingSeen && !processesHidden);
        // Where nobody is seen, nobody will be: look again after 1, 2, 4, ... 64 rounds, in case one is on its way
        // from process to process.
        page.nextSearch = m_round + (1U << std::min(page.searches, 6U));
        ++page.searches;
    }
    std::erase_if(m_startTimes, [this](const auto &item) {
        const auto alive = m_alive.find(item.first);
        return alive != m_alive.end() && !alive->second && !m_described.contains(item.first);
    });
    if (!m_also.empty())
        m_found = std::move(found);
}

std::optional<ProcessInfo> ServerBook::holderOf(quint32 inode)
{
    const auto holder = std::lower_bound(m_found.holders.begin(), m_found.holders.end(), Holder{ inode, 0, -1 });
    if (inode == 0 || holder == m_found.holders.end() || holder->socketInode != inode)
        return {};
    return describe(holder->pid);
}

const ProcessInfo &ServerBook::describe(pid_t pid)
{
    const auto [info, isNew] = m_described.try_emplace(pid);
    if (isNew) {
        const qint64 uid = processUid(pid);
        info->second = describeProcess(pid, uid < 0 ? 0 : static_cast<uid_t>(uid));
    }
    return info->second;
}

ServerBook::Servers ServerBook::describe(const Page &page, bool everythingSeen)
{
    if (page.holders.empty())
        return everythingSeen ? Servers(std::in_place) : std::nullopt;
    std::vector<ProcessInfo> servers;
    servers.reserve(page.holders.size());
    for (const Holder &holder : page.holders) {
        if (!m_described.contains(holder.pid))
            m_startTimes[holder.pid] = startTime(holder.pid);
        servers.push_back(describe(holder.pid));
    }
    return servers;
}

const ServerBook::Servers &ServerBook::servers(quint64 cookie) const
{
    static const Servers unknown;
    const auto page = m_pages.find(cookie);
    return page == m_pages.end() ? unknown : page->second.servers;
}

} // namespace pipeglass::catalog
