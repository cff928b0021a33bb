// SPDX-License-Identifier: MIT
#include "catalog/scanner.h"

#include "catalog/diagnosticsfiles.h"
#include "catalog/pipename.h"
#include "catalog/scannerstate.h"
#include "core/errortext.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// Those that a scan looks at whatever it finds, without doubles.
std::vector<QByteArray> certainDirectories(ScanOptions options)
{
    std::vector<QByteArray> all = options.directories.empty() ? defaultDirectories() : std::move(options.directories);
    all.insert(all.end(), options.extra.begin(), options.extra.end());
    std::vector<QByteArray> once;
    for (QByteArray &directory : all) {
        directory = withoutTrailingSlashes(std::move(directory));
        if (std::find(once.begin(), once.end(), directory) == once.end())
            once.push_back(std::move(directory));
    }
    return once;
}

constexpr auto less = [](const PipeEntryPtr &a, const PipeEntryPtr &b) { return rowLess(*a, *b); };

} // namespace

Scanner::State::State(ScanOptions options)
    : m_onlyGiven(!options.directories.empty())
    , m_namespaces(options.namespaces)
    , m_detail(options.detail)
    , m_filter(options.scope)
    , m_given(certainDirectories(std::move(options)))
    , m_directories(m_given)
    , m_judge(m_detail)
    , m_maker(m_book)
    , m_bound(m_filter)
{
}

void Scanner::State::chooseDirectories()
{
    std::set<QByteArray> bound = m_onlyGiven ? std::set<QByteArray>() : m_bound.all();
    // Where a server was found, its file may stay when it ends.
    bound.insert(m_found.begin(), m_found.end());
    Places places = choosePlaces(m_given, std::move(bound), m_namespaces);
    m_found.clear();
    for (const QByteArray &directory : places.directories) {
        if (!places.labels.contains(directory) && std::find(m_given.begin(), m_given.end(), directory) == m_given.end())
            m_found.insert(directory);
    }
    m_directories = std::move(places.directories);
    m_maker.labels = std::move(places.labels);
}

/// Names first, sockets after: a pipe that is made between the two is not listed yet, instead of in doubt. Only that
/// directories come to be known by sockets turns this round, for those, in the first scan.
void Scanner::State::list()
{
    const bool isFirst = !m_last;
    if (!isFirst)
        chooseDirectories();
    m_listing = DirectoryListing::read(m_directories, m_filter);
    readSockets();
    if (!isFirst)
        return;
    chooseDirectories();
    for (const QByteArray &directory : m_directories) {
        if (std::find(m_given.begin(), m_given.end(), directory) == m_given.end())
            m_listing.add(directory, m_filter);
    }
}

void Scanner::State::readSockets()
{
    const Status read = m_judge.read(NetworkList::Look::Thorough);
    m_socketProblem = read ? std::nullopt : std::optional(read.error());
    m_bound.clear();
    if (m_onlyGiven)
        return;
    for (const FileSocket &socket : m_judge.table().sockets())
        m_bound.add(socket.name);
}

void Scanner::State::judgeFiles()
{
    auto judged = m_socketProblem ? failure(*m_socketProblem) : m_judge.judge(m_listing.files, m_mounts);
    if (judged) {
        m_verdicts = std::move(*judged);
        judgeDiagnostics(m_listing.files, m_verdicts, m_mounts.processesAreHidden);
    } else {
        m_socketProblem = judged.error();
        m_verdicts.assign(m_listing.files.size(), {});
    }
}

void Scanner::State::takeNamespaces(MountNamespaces &views)
{
    if (!m_namespaces)
        return;
    for (const MountNamespaces::View &view : views.all())
        m_mounts.add(MountTable::read(view.pid));
}

/// All that rows speak of, and who holds them.
void Scanner::State::takeSockets(UnlistedSearch &search)
{
    std::vector<ServerBook::Socket> living;
    living.reserve(m_verdicts.size());
    for (size_t i = 0; i < m_verdicts.size(); ++i) {
        const Verdict &verdict = m_verdicts[i];
        if (verdict.socketCookie != 0)
            living.push_back(
                { verdict.socketInode, verdict.socketCookie, boundFile(m_listing.files[i].info, m_mounts) });
    }
    m_candidates.clear();
    if (!m_socketProblem) {
        for (const FileSocket *socket : search.candidates(m_judge.table(), m_verdicts)) {
            m_candidates[socket->cookie] = socket->file;
            living.push_back({ socket->inode, socket->cookie, socket->file });
        }
    }
    m_book.keepOnly(living);
    if (m_detail == Detail::Connections)
        m_book.alsoFind(m_judge.table().connectionInodes());
    (void)m_book.refresh(m_mounts.processesAreHidden && ::geteuid() != 0, ServerBook::Haste::None);
}

void Scanner::State::lookAtUnlisted(UnlistedSearch &search)
{
    m_maker.tookOver.clear();
    m_tookOverFiles.clear();
    Rows rows;
    for (const auto &[cookie, file] : m_candidates) {
        const FileSocket *socket = m_judge.table().at(file);
        const bool isThere = socket != nullptr && socket->cookie == cookie;
        auto found = isThere ? search.look(*socket, m_judge.table(), m_book, m_judge) : std::nullopt;
        if (!found)
            continue;
        const auto &servers = m_book.servers(cookie);
        if (found->takenOverCookie != 0 && servers && !servers->empty()) {
            m_maker.tookOver[found->takenOverCookie] = servers->front().pid;
            m_tookOverFiles.push_back(found->takenOverFile);
        }
        rows.push_back(m_maker.unlistedRow(*found));
    }
    std::sort(rows.begin(), rows.end(), less);
    for (PipeEntryPtr &row : rows) {
        const auto old = std::lower_bound(m_unlistedRows.begin(), m_unlistedRows.end(), row, less);
        if (old != m_unlistedRows.end() && **old == *row)
            row = *old;
    }
    m_unlistedRows = std::move(rows);
}

void Scanner::State::insertUnlisted(Rows &rows) const
{
    const auto middle = static_cast<ptrdiff_t>(rows.size());
    rows.insert(rows.end(), m_unlistedRows.begin(), m_unlistedRows.end());
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(), less);
}

SnapshotPtr Scanner::State::assemble()
{
    auto snapshot = std::make_shared<Snapshot>();
    Rows rows;
    rows.reserve(m_listing.files.size() + m_unlistedRows.size());
    static const PipeEntries none;
    const PipeEntries &before = m_last ? m_last->entries : none;
    auto old = before.begin();
    for (size_t i = 0; i < m_listing.files.size(); ++i) {
        const DirectoryFile &file = m_listing.files[i];
        while (old != before.end()
               && ((*old)->isLost() || ((*old)->fileName != file.fileName && (*old)->path() < file.path())))
            ++old;
        if (old != before.end() && m_maker.isRowOf(**old, file, m_verdicts[i]))
            rows.push_back(*old++);
        else
            rows.push_back(m_maker.fileRow(file, m_verdicts[i]));
    }
    insertUnlisted(rows);
    snapshot->entries = rows;
    for (const Error &problem : m_listing.problems) {
        // One that was only found has gone with its server, between the look for it and the look into it.
        const bool isMissed = problem.systemError != ENOENT
            || std::find(m_given.begin(), m_given.end(), problem.subject) != m_given.end();
        if (isMissed)
            snapshot->problems.push_back(errorText(problem));
    }
    if (m_socketProblem)
        snapshot->problems.push_back(errorText(*m_socketProblem));
    snapshot->serial = nextSerial();
    m_last = snapshot;
    return m_last;
}

SnapshotPtr Scanner::State::scanAll()
{
    m_isIndexed = false;
    m_files.clear();
    m_unsettled.clear();
    list();
    m_mounts = m_mountWatch.read();
    MountNamespaces views;
    takeNamespaces(views);
    judgeFiles();
    m_names.beginLook();
    UnlistedSearch search(
        { m_directories, m_onlyGiven && !m_namespaces, m_namespaces }, m_filter, m_mounts, views, m_names);
    takeSockets(search);
    lookAtUnlisted(search);
    return assemble();
}

Scanner::Scanner(ScanOptions options)
    : d(std::make_unique<State>(std::move(options)))
{
}

Scanner::~Scanner() = default;

SnapshotPtr Scanner::scan() { return d->scanAll(); }

Scanner::Step Scanner::update(const std::vector<QByteArray> &paths) { return d->update(paths); }

std::optional<Scanner::Step> Scanner::lookAgainAt(const std::vector<QByteArray> &paths)
{
    return d->hasScanned() ? d->lookAgainAt(paths) : std::nullopt;
}

Scanner::Evidence Scanner::evidence() { return d->evidence(); }

qint64 Scanner::tookBeside() const { return d->tookBeside(); }

const std::vector<QByteArray> &Scanner::directories() const { return d->directories(); }

} // namespace pipeglass::catalog
