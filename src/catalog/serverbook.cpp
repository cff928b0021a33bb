// SPDX-License-Identifier: MIT
#include "catalog/serverbook.h"

#include "catalog/procfs.h"

#include <algorithm>
#include <thread>

namespace pipeglass::catalog {

namespace {

/// How many known holders are verified to have their descriptor still, each round in turn: a server can hand its socket
/// on to a child and close it, and nothing tells.
constexpr size_t checksPerRound = 16;
constexpr quint32 mostRoundsWithoutCheck = 8;
/// More new sockets than that at once are worth the walk.
constexpr size_t mostGuesses = 16;
/// Holders that were guessed may have companions, whom only the walk can find: one walk for all that were guessed in so
/// many rounds.
constexpr quint32 guessIsGoodFor = 64;

int threadsFor(size_t wanted)
{
    constexpr size_t worthAThread = 256;
    return wanted < worthAThread ? 1 : static_cast<int>(qBound(1U, std::thread::hardware_concurrency(), 4U));
}

template <typename T>
void sortOnce(std::vector<T> &values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

void ServerBook::keepOnly(const std::vector<Socket> &living)
{
    const bool wasEmpty = m_pages.empty();
    m_pages.reserve(living.size());
    for (const Socket &socket : living)
        learn(socket);
    if (wasEmpty)
        return;
    std::unordered_set<quint64> kept;
    kept.reserve(living.size());
    for (const Socket &socket : living)
        kept.insert(socket.cookie);
    std::vector<quint64> gone;
    for (const auto &[cookie, page] : m_pages) {
        if (!kept.contains(cookie))
            gone.push_back(cookie);
    }
    for (const quint64 cookie : gone)
        forget(cookie);
}

void ServerBook::learn(const Socket &socket)
{
    const auto [page, isNew] = m_pages.try_emplace(socket.cookie);
    page->second.inode = socket.inode;
    page->second.file = socket.file;
    if (!isNew)
        return;
    page->second.turn = m_turns.size();
    m_turns.push_back(socket.cookie);
    m_new.push_back(socket.cookie);
}

void ServerBook::forget(quint64 cookie)
{
    const auto page = m_pages.find(cookie);
    if (page == m_pages.end())
        return;
    constexpr size_t mostFreed = 16;
    for (const Holder &holder : page->second.holders) {
        if (m_freed.size() == mostFreed)
            m_freed.erase(m_freed.begin());
        m_freed.push_back(holder);
    }
    release(cookie, page->second);
    m_again.erase(cookie);
    const size_t turn = page->second.turn;
    m_turns[turn] = m_turns.back();
    m_pages.at(m_turns[turn]).turn = turn;
    m_turns.pop_back();
    m_pages.erase(page);
}

void ServerBook::release(quint64 cookie, Page &page)
{
    for (const Holder &holder : page.holders) {
        const auto process = m_processes.find(holder.pid);
        if (process == m_processes.end())
            continue;
        process->second.cookies.erase(cookie);
        if (process->second.cookies.empty())
            m_processes.erase(process);
    }
    page.holders.clear();
}

std::vector<BoundFile> ServerBook::refresh(bool processesHidden, Haste haste)
{
    ++m_round;
    const std::vector<quint64> cookies = due(haste);
    std::vector<BoundFile> changed;
    if (cookies.empty() && m_also.empty())
        return changed;
    std::vector<Servers> before;
    before.reserve(cookies.size());
    for (const quint64 cookie : cookies)
        before.push_back(m_pages.at(cookie).servers);
    search(cookies, processesHidden);
    for (size_t i = 0; i < cookies.size(); ++i) {
        const Page &page = m_pages.at(cookies[i]);
        if (page.servers != before[i])
            changed.push_back(page.file);
    }
    return changed;
}

std::vector<quint64> ServerBook::due(Haste haste)
{
    std::vector<quint64> due = std::exchange(m_new, {});
    std::erase_if(due, [this](quint64 cookie) {
        const auto page = m_pages.find(cookie);
        return page == m_pages.end() || !page->second.isNew;
    });
    takeEnded(due);
    if (haste == Haste::None || m_round - m_lastTurn >= mostRoundsWithoutCheck)
        takeTurn(due);
    for (const quint64 cookie : m_again) {
        if (m_round >= m_pages.at(cookie).nextSearch)
            due.push_back(cookie);
    }
    sortOnce(due);
    return due;
}

void ServerBook::takeEnded(std::vector<quint64> &due)
{
    std::vector<pid_t> ended;
    for (const auto &[pid, process] : m_processes) {
        if (!process.startTime || startTime(pid) != process.startTime)
            ended.push_back(pid);
    }
    for (const pid_t pid : ended) {
        const auto process = m_processes.extract(pid);
        for (const quint64 cookie : process.mapped().cookies) {
            std::erase_if(m_pages.at(cookie).holders, [pid](const Holder &holder) { return holder.pid == pid; });
            due.push_back(cookie);
        }
    }
}

void ServerBook::takeTurn(std::vector<quint64> &due)
{
    m_lastTurn = m_round;
    for (size_t i = qMin(checksPerRound, m_turns.size()); i > 0; --i) {
        const quint64 cookie = m_turns[m_nextTurn++ % m_turns.size()];
        const std::vector<Holder> &holders = m_pages.at(cookie).holders;
        if (!std::all_of(holders.begin(), holders.end(), stillHolds))
            due.push_back(cookie);
    }
}

std::vector<quint32> ServerBook::inodesOf(const std::vector<quint64> &cookies) const
{
    std::vector<quint32> inodes;
    inodes.reserve(cookies.size());
    for (const quint64 cookie : cookies)
        inodes.push_back(m_pages.at(cookie).inode);
    sortOnce(inodes);
    return inodes;
}

void ServerBook::search(const std::vector<quint64> &cookies, bool processesHidden)
{
    m_described.clear();
    std::vector<quint64> rest = cookies;
    if (m_also.empty() && cookies.size() <= mostGuesses && cookies.size() < m_pages.size()) {
        const HolderSearch guessed = guess(inodesOf(cookies));
        std::erase_if(rest, [&](quint64 cookie) {
            Page &page = m_pages.at(cookie);
            const bool isFound = page.isNew
                && std::any_of(guessed.holders.begin(), guessed.holders.end(),
                               [&page](const Holder &holder) { return holder.socketInode == page.inode; });
            if (isFound) {
                fill(cookie, page, guessed, processesHidden);
                m_again.insert(cookie);
                if (m_nextCheck <= m_round)
                    m_nextCheck = m_round + guessIsGoodFor;
                page.nextSearch = m_nextCheck;
            }
            return isFound;
        });
    }
    if (rest.empty() && m_also.empty())
        return;
    std::vector<quint32> wanted;
    const std::vector<quint32> inodes = inodesOf(rest);
    std::set_union(inodes.begin(), inodes.end(), m_also.begin(), m_also.end(), std::back_inserter(wanted));
    HolderSearch found = findHolders(wanted, threadsFor(wanted.size()));
    for (const quint64 cookie : rest)
        fill(cookie, m_pages.at(cookie), found, processesHidden);
    m_seenProcesses = processIds();
    if (!m_also.empty())
        m_found = std::move(found);
}

/// Mostly the holder is a new process, or one that holds others already, and has it where a descriptor was free: then
/// the walk over all descriptors of all processes is not needed.
HolderSearch ServerBook::guess(const std::vector<quint32> &inodes) const
{
    const std::vector<pid_t> all = processIds();
    std::vector<pid_t> young;
    std::set_difference(
        all.begin(), all.end(), m_seenProcesses.begin(), m_seenProcesses.end(), std::back_inserter(young));
    constexpr size_t mostYoung = 32;
    HolderSearch found;
    if (young.size() <= mostYoung)
        found = findHoldersAmong(young, inodes);
    const auto take = [&](const Holder &place) {
        const auto inode = socketAt(place.pid, place.descriptor);
        if (inode && std::binary_search(inodes.begin(), inodes.end(), *inode))
            found.holders.push_back({ *inode, place.pid, place.descriptor });
    };
    for (const Holder &place : likelyHolders())
        take(place);
    // Children have what they inherited under the same number.
    std::vector<int> descriptors;
    for (const Holder &holder : found.holders)
        descriptors.push_back(holder.descriptor);
    sortOnce(descriptors);
    for (const int descriptor : descriptors) {
        for (const pid_t pid : all)
            take({ 0, pid, descriptor });
    }
    sortOnce(found.holders);
    return found;
}

std::vector<Holder> ServerBook::likelyHolders() const
{
    constexpr size_t mostProcesses = 64;
    std::vector<Holder> places = m_freed;
    if (m_processes.size() > mostProcesses)
        return places;
    for (const auto &[pid, process] : m_processes) {
        const int count = descriptorCount(pid).value_or(0);
        for (const int near : { process.highest + 1, count }) {
            for (int descriptor = qMax(0, near - 1); descriptor < near + 3; ++descriptor)
                places.push_back({ 0, pid, descriptor });
        }
    }
    sortOnce(places);
    return places;
}

void ServerBook::fill(quint64 cookie, Page &page, const HolderSearch &found, bool processesHidden)
{
    release(cookie, page);
    const auto from = std::lower_bound(found.holders.begin(), found.holders.end(), Holder{ page.inode, 0, -1 });
    std::vector<ProcessInfo> servers;
    for (auto holder = from; holder != found.holders.end() && holder->socketInode == page.inode; ++holder) {
        if (!page.holders.empty() && page.holders.back().pid == holder->pid)
            continue;
        page.holders.push_back(*holder);
        const auto [process, isNew] = m_processes.try_emplace(holder->pid);
        if (isNew)
            process->second.startTime = startTime(holder->pid);
        process->second.cookies.insert(cookie);
        process->second.highest = qMax(process->second.highest, holder->descriptor);
        servers.push_back(describe(holder->pid));
    }
    const bool isKnown = !servers.empty() || (found.everythingSeen && !processesHidden);
    page.servers = isKnown ? Servers(std::move(servers)) : std::nullopt;
    page.isNew = false;
    m_again.erase(cookie);
    if (page.holders.empty()) {
        // Where nobody is seen, nobody will be: look again after 1, 2, 4, ... 64 rounds, in case one is on its way
        // from process to process.
        m_again.insert(cookie);
        page.nextSearch = m_round + (1U << std::min(page.searches, 6U));
    }
    ++page.searches;
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
    if (isNew)
        info->second = describeProcess(pid);
    return info->second;
}

const ServerBook::Servers &ServerBook::servers(quint64 cookie) const
{
    static const Servers unknown;
    const auto page = m_pages.find(cookie);
    return page == m_pages.end() ? unknown : page->second.servers;
}

} // namespace pipeglass::catalog
