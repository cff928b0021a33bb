// SPDX-License-Identifier: MIT
#include "catalog/processes/diagnosticsfiles.h"
#include "catalog/scanning/scanstate.h"
#include "core/sortunique.h"
#include "endpoints/diagnosticsowner.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr auto less = [](const PipeEntryPtr &a, const PipeEntryPtr &b) { return rowLess(*a, *b); };

template <typename T>
void append(std::vector<T> &to, const std::vector<T> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

/// Sorts entries and reuses equal ones of the last snapshot.
void sortAndReuse(std::vector<PipeEntryPtr> &entries, const std::vector<PipeEntryPtr> &before)
{
    std::sort(entries.begin(), entries.end(), less);
    for (PipeEntryPtr &entry : entries) {
        const auto old = std::lower_bound(before.begin(), before.end(), entry, less);
        if (old != before.end() && **old == *entry)
            entry = *old;
    }
}

/// Elements of `entries` that are not in `others`.
std::vector<PipeEntryPtr> without(const std::vector<PipeEntryPtr> &entries, const std::vector<PipeEntryPtr> &others)
{
    std::vector<PipeEntryPtr> rest;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(rest), [&others](const PipeEntryPtr &entry) {
        return std::find(others.begin(), others.end(), entry) == others.end();
    });
    return rest;
}

/// Removes `gone` and inserts `made`, both sorted. A few changes do not visit the other entries.
void replace(PipeEntries &entries, const std::vector<PipeEntryPtr> &gone, const std::vector<PipeEntryPtr> &made)
{
    constexpr size_t few = 256;
    if (gone.size() + made.size() > few) {
        std::vector<PipeEntryPtr> rest;
        rest.reserve(entries.size() + made.size());
        std::set_difference(entries.begin(), entries.end(), gone.begin(), gone.end(), std::back_inserter(rest), less);
        const auto middle = static_cast<ptrdiff_t>(rest.size());
        rest.insert(rest.end(), made.begin(), made.end());
        std::inplace_merge(rest.begin(), rest.begin() + middle, rest.end(), less);
        entries = rest;
        return;
    }
    const auto placeOf = [&entries](const PipeEntry &row) {
        return entries.partitionPoint([&row](const PipeEntry &entry) { return rowLess(entry, row); });
    };
    for (const PipeEntryPtr &entry : gone)
        entries.erase(placeOf(*entry));
    for (const PipeEntryPtr &entry : made)
        entries.insert(placeOf(*entry), entry);
}

} // namespace

void Scanner::State::touch(const std::vector<BoundFile> &files)
{
    if (m_everything)
        return;
    for (const BoundFile &file : files)
        append(m_touched, m_files.namesOf(file));
}

void Scanner::State::checkLiveness()
{
    if (!m_everything) {
        m_touched.insert(m_touched.end(), m_unsettled.begin(), m_unsettled.end());
        touch(m_changedFiles);
        sortUnique(m_touched);
    }
    for (ListedFile *known : std::vector(m_touched))
        check(*known);
    if (m_liveness.foundUnlistedSocket() && !m_socketProblem && m_sockets.readAgain()) {
        for (ListedFile *known : std::set(m_unsettled))
            check(*known);
    }
    m_liveness.endScan();
    checkDiagnostics();
}

void Scanner::State::check(ListedFile &known)
{
    if (known.isRemoved)
        return;
    DirectoryFile file = known.file;
    Liveness liveness{ .unknownReason = UnknownReason::KernelSilent };
    if (!m_socketProblem && !m_liveness.check(file, m_sockets.table(), m_mounts, liveness)) {
        remove(known);
        return;
    }
    if (file.info.file != known.file.info.file)
        put(std::move(file));
    setLiveness(known, liveness);
    markUnsettled(known);
}

/// Marks files that have to be checked in each update, because neither the socket table nor their identity tells when
/// they change.
void Scanner::State::markUnsettled(ListedFile &known)
{
    const FileKind kind = known.file.info.kind();
    const bool isOpen = kind == FileKind::Socket
        ? known.liveness.socketCookie == 0 && !m_liveness.isDead(known.file.info.file)
        : kind == FileKind::Fifo && endpoints::diagnosticsOwner(known.file.fileName);
    if (isOpen)
        m_unsettled.insert(&known);
    else
        m_unsettled.erase(&known);
}

/// Where the kernel does not tell, the name of a runtime's file may.
void Scanner::State::checkDiagnostics()
{
    std::vector<DirectoryFile> files;
    std::vector<Liveness> liveness;
    std::vector<ListedFile *> undecided;
    for (ListedFile *known : m_unsettled) {
        if (known->liveness.state != PipeState::Unknown)
            continue;
        undecided.push_back(known);
        files.push_back(known->file);
        liveness.push_back(known->liveness);
    }
    decideDiagnosticsLiveness(files, liveness, m_mounts.processesAreHidden);
    for (size_t i = 0; i < files.size(); ++i)
        undecided[i]->liveness = liveness[i];
}

void Scanner::State::setLiveness(ListedFile &known, const Liveness &liveness)
{
    if (known.liveness.socketCookie != liveness.socketCookie)
        m_released.emplace_back(known.liveness.socketCookie, known.bound);
    known.liveness = liveness;
    if (liveness.socketCookie != 0)
        m_holders.learn({ liveness.socketInode, liveness.socketCookie, known.bound });
}

void Scanner::State::findDetached()
{
    MountNamespaces views;
    m_names.beginScan();
    DetachedSearch search({ m_directories.all(), m_onlyGiven, m_namespaces }, m_filter, m_mounts, views, m_names);
    updateCandidates(search);
    refreshHolders();
    updateDetached(search);
    listAbstract();
}

void Scanner::State::updateCandidates(DetachedSearch &search)
{
    sortUnique(m_changedFiles);
    for (const BoundFile &file : m_changedFiles) {
        for (const FileSocket &socket : m_sockets.tableBefore().socketsAt(file)) {
            if (m_candidates.erase(socket.cookie) != 0)
                m_released.emplace_back(socket.cookie, file);
        }
        for (const FileSocket &socket : m_sockets.table().socketsAt(file)) {
            if (!search.isCandidate(socket) || m_files.leadsTo(socket))
                continue;
            m_candidates[socket.cookie] = file;
            m_holders.learn({ socket.inode, socket.cookie, file });
        }
    }
    for (const FileSocket &socket : m_sockets.table().abstractSockets())
        m_holders.learn({ socket.inode, socket.cookie, {} });
}

void Scanner::State::refreshHolders()
{
    for (const auto &[cookie, file] : m_released) {
        if (cookie != 0 && !m_candidates.contains(cookie) && !m_files.leadsTo(cookie, file))
            m_holders.forget(cookie);
    }
    if (m_detail == Detail::Connections)
        m_holders.setExtraInodes(m_sockets.table().connectionInodes());
    const bool isQuiet = m_changedFiles.empty() && m_released.empty();
    touch(m_holders.refresh(
        m_mounts.processesAreHidden && ::geteuid() != 0,
        isQuiet ? SocketHolders::RefreshMode::Full : SocketHolders::RefreshMode::SkipPeriodicCheck));
}

void Scanner::State::updateDetached(DetachedSearch &search)
{
    touch(m_tookOver);
    m_builder.tookOver.clear();
    m_builder.tapped.clear();
    m_tookOver.clear();
    Entries entries;
    for (const auto &[cookie, file] : m_candidates) {
        const auto sockets = m_sockets.table().socketsAt(file);
        const auto socket = std::ranges::find(sockets, cookie, &FileSocket::cookie);
        auto found = socket == sockets.end() ? std::nullopt : search.find(*socket, m_sockets, m_holders);
        if (!found)
            continue;
        const auto &servers = m_holders.servers(cookie);
        if (found->isTapped) {
            m_builder.tapped[found->successorCookie] = servers;
            m_tookOver.push_back(found->successorFile);
            continue;
        }
        if (found->takenOverBy && servers && !servers->empty()) {
            m_builder.tookOver[found->successorCookie] = servers->front().pid;
            m_tookOver.push_back(found->successorFile);
        }
        entries.push_back(m_builder.detachedEntry(*found));
    }
    sortAndReuse(entries, m_detached);
    m_detached = std::move(entries);
    touch(m_tookOver);
}

void Scanner::State::listAbstract()
{
    Entries entries;
    for (const FileSocket &socket : m_sockets.table().abstractSockets())
        entries.push_back(m_builder.abstractEntry(socket, m_sockets.table().clientsOf(socket.name)));
    sortAndReuse(entries, m_abstract);
    for (const PipeEntryPtr &entry : without(m_abstract, entries))
        m_holders.forget(entry->socketCookie);
    for (const PipeEntryPtr &entry : entries)
        m_holders.learn({ entry->socketInode, entry->socketCookie, {} });
    m_abstract = std::move(entries);
}

/// Collects entries of touched files that are new or differ from the last snapshot.
void Scanner::State::compareEntries(Entries &gone, Entries &made)
{
    gone = std::move(m_removed);
    if (!m_everything)
        sortUnique(m_touched);
    for (ListedFile *known : m_touched) {
        if (known->isRemoved)
            continue;
        PipeEntryPtr entry = m_builder.fileEntry(known->file, known->liveness, m_directories.labels());
        if (known->entry && *known->entry == *entry)
            continue;
        if (known->entry)
            gone.push_back(known->entry);
        known->entry = entry;
        made.push_back(std::move(entry));
    }
    Entries unfiled = m_detached;
    append(unfiled, m_abstract);
    append(gone, without(m_unfiledBefore, unfiled));
    append(made, without(unfiled, m_unfiledBefore));
    std::sort(gone.begin(), gone.end(), less);
    if (!std::is_sorted(made.begin(), made.end(), less))
        std::sort(made.begin(), made.end(), less);
}

std::vector<Error> Scanner::State::problems() const
{
    std::vector<Error> problems;
    for (const Error &problem : m_directoryProblems) {
        // A directory that was only added for a listener may be deleted with it.
        if (problem.systemError != ENOENT || m_directories.isGiven(problem.subject))
            problems.push_back(problem);
    }
    if (m_socketProblem)
        problems.push_back(*m_socketProblem);
    return problems;
}

Scanner::Update Scanner::State::makeUpdate()
{
    Entries gone;
    Entries made;
    compareEntries(gone, made);
    std::vector<Error> problems = this->problems();
    const bool isFirst = m_last->serial == 0;
    if (!isFirst && gone.empty() && made.empty() && problems == m_last->problems)
        return { m_last, {}, !m_waiting.empty() };
    auto snapshot = std::make_shared<Snapshot>(*m_last);
    replace(snapshot->entries, gone, made);
    snapshot->problems = std::move(problems);
    snapshot->serial = nextSerial();
    Snapshot before;
    before.entries = gone;
    Snapshot after;
    after.entries = made;
    SnapshotDiff changes = difference(before, after);
    changes.from = m_last->serial;
    m_last = snapshot;
    return { std::move(snapshot), std::move(changes), !m_waiting.empty() };
}

} // namespace pipeglass::catalog
