// SPDX-License-Identifier: MIT
#include "catalog/sockets/socketholders.h"

#include "catalog/kernel/procfs.h"
#include "core/sortunique.h"
#include "core/threads/workerthread.h"

#include <algorithm>
#include <thread>
#include <unordered_set>

namespace pipeglass::catalog {

namespace {

/// Number of known holders that each round verifies in turn: a server can pass its socket to a child and close it
/// without notice.
constexpr size_t checksPerRound = 16;
constexpr quint32 maxRoundsWithoutCheck = 8;
/// More new sockets than this justify a walk over /proc.
constexpr size_t maxGuesses = 16;
/// A guessed holder may not be the only one; every this many rounds one walk checks all guesses.
constexpr quint32 guessCheckInterval = 64;

int threadsFor(size_t wanted)
{
    constexpr size_t minSocketsForThreads = 256;
    return wanted < minSocketsForThreads ? 1 : static_cast<int>(qBound(1U, std::thread::hardware_concurrency(), 4U));
}

} // namespace

SocketHolders::~SocketHolders()
{
    if (m_aheadThread.joinable())
        m_aheadThread.join();
}

void SocketHolders::searchAhead()
{
    if (m_sockets.empty() && !m_aheadThread.joinable())
        m_aheadThread = startThread([this] { m_ahead = findAllHolders(); });
}

void SocketHolders::keepOnly(const std::vector<Socket> &living)
{
    const bool wasEmpty = m_sockets.empty();
    m_sockets.reserve(living.size());
    for (const Socket &socket : living)
        learn(socket);
    if (wasEmpty)
        return;
    std::unordered_set<quint64> kept;
    kept.reserve(living.size());
    for (const Socket &socket : living)
        kept.insert(socket.cookie);
    std::vector<quint64> gone;
    for (const auto &[cookie, record] : m_sockets) {
        if (!kept.contains(cookie))
            gone.push_back(cookie);
    }
    for (const quint64 cookie : gone)
        forget(cookie);
}

void SocketHolders::learn(const Socket &socket)
{
    const auto [record, isNew] = m_sockets.try_emplace(socket.cookie);
    record->second.inode = socket.inode;
    record->second.file = socket.file;
    if (!isNew)
        return;
    record->second.queuePlace = m_checkQueue.size();
    m_checkQueue.push_back(socket.cookie);
    m_new.push_back(socket.cookie);
}

void SocketHolders::forget(quint64 cookie)
{
    const auto record = m_sockets.find(cookie);
    if (record == m_sockets.end())
        return;
    constexpr size_t maxFreedPlaces = 16;
    for (const Holder &holder : record->second.holders) {
        if (m_freedPlaces.size() == maxFreedPlaces)
            m_freedPlaces.erase(m_freedPlaces.begin());
        m_freedPlaces.push_back(holder);
    }
    release(record->second);
    m_searchAgain.erase(cookie);
    const size_t place = record->second.queuePlace;
    m_checkQueue[place] = m_checkQueue.back();
    m_sockets.at(m_checkQueue[place]).queuePlace = place;
    m_checkQueue.pop_back();
    m_sockets.erase(record);
}

void SocketHolders::release(SocketRecord &record)
{
    for (const Holder &holder : record.holders) {
        const auto process = m_processes.find(holder.pid);
        if (process == m_processes.end())
            continue;
        if (--process->second.sockets == 0)
            m_processes.erase(process);
    }
    record.holders.clear();
}

std::vector<BoundFile> SocketHolders::refresh(bool processesHidden, RefreshMode mode)
{
    ++m_round;
    const std::vector<quint64> cookies = due(mode);
    std::vector<BoundFile> changed;
    if (cookies.empty() && m_extraInodes.empty()) {
        (void)takeAhead({});
        return changed;
    }
    std::vector<Servers> before;
    before.reserve(cookies.size());
    for (const quint64 cookie : cookies)
        before.push_back(m_sockets.at(cookie).servers);
    search(cookies, processesHidden);
    for (size_t i = 0; i < cookies.size(); ++i) {
        const SocketRecord &record = m_sockets.at(cookies[i]);
        if (record.servers != before[i])
            changed.push_back(record.file);
    }
    return changed;
}

std::vector<quint64> SocketHolders::due(RefreshMode mode)
{
    std::vector<quint64> due = std::exchange(m_new, {});
    std::erase_if(due, [this](quint64 cookie) {
        const auto record = m_sockets.find(cookie);
        return record == m_sockets.end() || !record->second.isNew;
    });
    takeEnded(due);
    if (mode == RefreshMode::Full || m_round - m_lastCheck >= maxRoundsWithoutCheck)
        takePeriodicCheck(due);
    for (const quint64 cookie : m_searchAgain) {
        if (m_round >= m_sockets.at(cookie).nextSearch)
            due.push_back(cookie);
    }
    sortUnique(due);
    return due;
}

void SocketHolders::takeEnded(std::vector<quint64> &due)
{
    std::vector<pid_t> ended;
    for (const auto &[pid, process] : m_processes) {
        if (!process.startTime || startTime(pid) != process.startTime)
            ended.push_back(pid);
    }
    if (ended.empty())
        return;
    std::sort(ended.begin(), ended.end());
    for (const pid_t pid : ended)
        m_processes.erase(pid);
    const auto hasEnded = [&ended](const Holder &holder) {
        return std::binary_search(ended.begin(), ended.end(), holder.pid);
    };
    for (auto &[cookie, record] : m_sockets) {
        if (std::erase_if(record.holders, hasEnded) != 0)
            due.push_back(cookie);
    }
}

void SocketHolders::takePeriodicCheck(std::vector<quint64> &due)
{
    m_lastCheck = m_round;
    for (size_t i = qMin(checksPerRound, m_checkQueue.size()); i > 0; --i) {
        const quint64 cookie = m_checkQueue[m_nextInQueue++ % m_checkQueue.size()];
        const std::vector<Holder> &holders = m_sockets.at(cookie).holders;
        if (!std::all_of(holders.begin(), holders.end(), stillHolds))
            due.push_back(cookie);
    }
}

std::vector<quint32> SocketHolders::inodesOf(const std::vector<quint64> &cookies) const
{
    std::vector<quint32> inodes;
    inodes.reserve(cookies.size());
    for (const quint64 cookie : cookies)
        inodes.push_back(m_sockets.at(cookie).inode);
    sortUnique(inodes);
    return inodes;
}

void SocketHolders::search(const std::vector<quint64> &cookies, bool processesHidden)
{
    m_described.clear();
    std::vector<quint64> rest = cookies;
    if (m_extraInodes.empty() && cookies.size() <= maxGuesses && cookies.size() < m_sockets.size()) {
        const HolderSearch guessed = guess(inodesOf(cookies));
        std::erase_if(rest, [&](quint64 cookie) {
            SocketRecord &record = m_sockets.at(cookie);
            const bool isFound = record.isNew
                && std::any_of(guessed.holders.begin(), guessed.holders.end(),
                               [&record](const Holder &holder) { return holder.socketInode == record.inode; });
            if (isFound) {
                fill(cookie, record, guessed, processesHidden);
                m_searchAgain.insert(cookie);
                if (m_nextCheck <= m_round)
                    m_nextCheck = m_round + guessCheckInterval;
                record.nextSearch = m_nextCheck;
            }
            return isFound;
        });
    }
    if (rest.empty() && m_extraInodes.empty())
        return;
    std::vector<quint32> wanted;
    const std::vector<quint32> inodes = inodesOf(rest);
    std::set_union(
        inodes.begin(), inodes.end(), m_extraInodes.begin(), m_extraInodes.end(), std::back_inserter(wanted));
    HolderSearch found = find(wanted);
    for (const quint64 cookie : rest)
        fill(cookie, m_sockets.at(cookie), found, processesHidden);
    m_seenProcesses = processIds();
    if (!m_extraInodes.empty())
        m_found = std::move(found);
}

/// The result of searchAhead() for these sockets, without processes that have ended; nullopt if there is none.
std::optional<HolderSearch> SocketHolders::takeAhead(const std::vector<quint32> &inodes)
{
    if (!m_aheadThread.joinable())
        return {};
    m_aheadThread.join();
    HolderSearch found = std::exchange(m_ahead, {});
    std::map<pid_t, bool> living;
    std::erase_if(found.holders, [&](const Holder &holder) {
        if (!std::binary_search(inodes.begin(), inodes.end(), holder.socketInode))
            return true;
        const auto [lives, isNew] = living.try_emplace(holder.pid);
        if (isNew)
            lives->second = startTime(holder.pid).has_value();
        return !lives->second;
    });
    return found;
}

HolderSearch SocketHolders::find(const std::vector<quint32> &inodes)
{
    const int threads = threadsFor(inodes.size());
    std::optional<HolderSearch> ahead = takeAhead(inodes);
    if (!ahead)
        return findHolders(inodes, threads);
    HolderSearch found = std::move(*ahead);
    std::vector<quint32> rest;
    std::copy_if(inodes.begin(), inodes.end(), std::back_inserter(rest), [&found](quint32 inode) {
        const auto holder = std::lower_bound(found.holders.begin(), found.holders.end(), Holder{ inode, 0, -1 });
        return holder == found.holders.end() || holder->socketInode != inode;
    });
    if (!rest.empty()) {
        const HolderSearch later = findHolders(rest, threads);
        found.holders.insert(found.holders.end(), later.holders.begin(), later.holders.end());
        std::sort(found.holders.begin(), found.holders.end());
        found.everythingSeen = later.everythingSeen;
    }
    return found;
}

/// Usually the holder is a new process, or a known holder with a free descriptor number: this avoids the walk over all
/// descriptors of all processes.
HolderSearch SocketHolders::guess(const std::vector<quint32> &inodes) const
{
    const std::vector<pid_t> all = processIds();
    std::vector<pid_t> young;
    std::set_difference(
        all.begin(), all.end(), m_seenProcesses.begin(), m_seenProcesses.end(), std::back_inserter(young));
    constexpr size_t maxRecentPids = 32;
    HolderSearch found;
    if (young.size() <= maxRecentPids)
        found = findHoldersAmong(young, inodes);
    const auto take = [&](const Holder &place) {
        const auto inode = socketAt(place.pid, place.descriptor);
        if (inode && std::binary_search(inodes.begin(), inodes.end(), *inode))
            found.holders.push_back({ *inode, place.pid, place.descriptor });
    };
    for (const Holder &place : likelyHolders())
        take(place);
    // Children inherit descriptors with the same number.
    std::vector<int> descriptors;
    for (const Holder &holder : found.holders)
        descriptors.push_back(holder.descriptor);
    sortUnique(descriptors);
    for (const int descriptor : descriptors) {
        for (const pid_t pid : all)
            take({ 0, pid, descriptor });
    }
    sortUnique(found.holders);
    return found;
}

std::vector<Holder> SocketHolders::likelyHolders() const
{
    constexpr size_t maxProcesses = 64;
    std::vector<Holder> places = m_freedPlaces;
    if (m_processes.size() > maxProcesses)
        return places;
    for (const auto &[pid, process] : m_processes) {
        const int count = descriptorCount(pid).value_or(0);
        for (const int near : { process.highest + 1, count }) {
            for (int descriptor = qMax(0, near - 1); descriptor < near + 3; ++descriptor)
                places.push_back({ 0, pid, descriptor });
        }
    }
    sortUnique(places);
    return places;
}

void SocketHolders::fill(quint64 cookie, SocketRecord &record, const HolderSearch &found, bool processesHidden)
{
    release(record);
    const auto from = std::lower_bound(found.holders.begin(), found.holders.end(), Holder{ record.inode, 0, -1 });
    std::vector<pid_t> pids;
    for (auto holder = from; holder != found.holders.end() && holder->socketInode == record.inode; ++holder) {
        if (!record.holders.empty() && record.holders.back().pid == holder->pid)
            continue;
        record.holders.push_back(*holder);
        const auto [process, isNew] = m_processes.try_emplace(holder->pid);
        if (isNew)
            process->second.startTime = startTime(holder->pid);
        ++process->second.sockets;
        process->second.highest = qMax(process->second.highest, holder->descriptor);
        pids.push_back(holder->pid);
    }
    const bool isKnown = !pids.empty() || (found.everythingSeen && !processesHidden);
    record.servers = isKnown ? Servers(describe(pids)) : std::nullopt;
    record.isNew = false;
    m_searchAgain.erase(cookie);
    if (record.holders.empty()) {
        // If no holder is visible, search again after 1, 2, 4, ... 64 rounds, in case the socket is being passed
        // between processes.
        m_searchAgain.insert(cookie);
        record.nextSearch = m_round + (1U << std::min(record.searches, 6U));
    }
    ++record.searches;
}

std::optional<ProcessInfo> SocketHolders::holderOf(quint32 inode)
{
    const auto holder = std::lower_bound(m_found.holders.begin(), m_found.holders.end(), Holder{ inode, 0, -1 });
    if (inode == 0 || holder == m_found.holders.end() || holder->socketInode != inode)
        return {};
    return describe({ holder->pid }).front();
}

const QList<ProcessInfo> &SocketHolders::describe(const std::vector<pid_t> &pids)
{
    const auto [list, isNew] = m_described.try_emplace(pids);
    if (isNew) {
        for (const pid_t pid : pids)
            list->second.push_back(describeProcess(pid));
    }
    return list->second;
}

const SocketHolders::Servers &SocketHolders::servers(quint64 cookie) const
{
    static const Servers unknown;
    const auto record = m_sockets.find(cookie);
    return record == m_sockets.end() ? unknown : record->second.servers;
}

} // namespace pipeglass::catalog
