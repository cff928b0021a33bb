// SPDX-License-Identifier: MIT
#include "catalog/scanning/scanner.h"

#include "catalog/entries/pipename.h"
#include "catalog/scanning/scanstate.h"
#include "core/path.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace pipeglass::catalog {

namespace {

/// The directories of every scan, without duplicates.
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

} // namespace

Scanner::State::State(ScanOptions options)
    : m_onlyGiven(!options.directories.empty())
    , m_namespaces(options.namespaces)
    , m_detail(options.detail)
    , m_filter(options.scope)
    , m_directories(m_filter, certainDirectories(options), m_onlyGiven, m_namespaces)
    , m_sockets(m_detail, options.scope == Scope::All && !m_onlyGiven)
    , m_builder(m_holders)
{
}

Scanner::Update Scanner::State::update(const Changes &changes)
{
    m_files.forgetRemoved();
    m_touched.clear();
    m_changedFiles.clear();
    m_released.clear();
    m_removed.clear();
    m_unfiledBefore = m_detached;
    m_unfiledBefore.insert(m_unfiledBefore.end(), m_abstract.begin(), m_abstract.end());
    m_everything = false;
    bool everything = changes.everything || !m_hasListed || m_namespaces || m_socketProblem;
    if (everything) {
        readEverything();
    } else {
        if (changes.sockets)
            m_waiting.insert(changes.paths.begin(), changes.paths.end());
        const std::vector<QByteArray> paths =
            changes.sockets ? std::vector(m_waiting.begin(), m_waiting.end()) : changes.paths;
        if (!updatePaths(paths, changes.sockets) || (changes.sockets && !readSockets())) {
            everything = true;
            readEverything();
        }
    }
    if (everything || changes.sockets) {
        m_waiting.clear();
        checkLiveness();
        findDetached();
    }
    return makeUpdate();
}

void Scanner::State::readEverything()
{
    m_hasListed = true;
    m_everything = true;
    m_mounts = m_mountWatch.read();
    if (m_namespaces) {
        MountNamespaces views;
        for (const MountNamespaces::View &view : views.all())
            m_mounts.add(MountTable::read(view.pid));
    }
    const std::vector<QByteArray> listed = m_directories.all();
    DirectoryListing listing = DirectoryListing::read(listed, m_filter);
    constexpr size_t minFilesForThread = 256;
    if (listing.files.size() >= minFilesForThread)
        m_holders.searchAhead();
    if (!readSockets()) {
        for (const QByteArray &directory : m_directories.all()) {
            if (std::find(listed.begin(), listed.end(), directory) == listed.end())
                listing.add(directory, m_filter);
        }
    }
    enter(std::move(listing));
}

/// False if the directories have changed.
bool Scanner::State::readSockets()
{
    const bool isFirst = m_last->serial == 0;
    const Status read =
        m_sockets.read(isFirst ? NetworkNamespaces::ScanMode::Thorough : NetworkNamespaces::ScanMode::Quick);
    m_socketProblem = read ? std::nullopt : std::optional(read.error());
    const std::vector<BoundFile> changed = read ? m_sockets.changed() : std::vector<BoundFile>();
    m_changedFiles.insert(m_changedFiles.end(), changed.begin(), changed.end());
    if (m_mountWatch.mayHaveChanged() && !m_namespaces)
        m_mounts = m_mountWatch.read();
    return !m_directories.update(changed, m_sockets.tableBefore(), m_sockets.table());
}

void Scanner::State::enter(DirectoryListing listing)
{
    ++m_listing;
    m_touched.clear(); // paths touched by an incremental update are touched again
    m_files.reserve(listing.files.size());
    m_holders.reserve(listing.files.size());
    m_touched.reserve(listing.files.size());
    for (DirectoryFile &file : listing.files) {
        const bool isListed = std::find(m_directories.all().begin(), m_directories.all().end(), file.directory)
            != m_directories.all().end();
        if (!isListed)
            continue;
        put(std::move(file));
    }
    if (m_files.size() != m_touched.size()) {
        for (ListedFile *known : m_files.all()) {
            if (known->listing != m_listing)
                remove(*known);
        }
    }
    m_directoryProblems = std::move(listing.problems);
}

/// False if one of the paths needs an update of everything.
bool Scanner::State::updatePaths(const std::vector<QByteArray> &paths, bool hasNewSockets)
{
    std::set<QByteArray> all(paths.begin(), paths.end());
    // A change of one hard link affects all of them.
    for (const QByteArray &path : paths) {
        if (const ListedFile *known = m_files.find(path)) {
            for (const ListedFile *other : m_files.namesOf(known->bound))
                all.insert(other->file.path());
        }
    }
    return std::all_of(all.begin(), all.end(), [&](const QByteArray &path) { return updatePath(path, hasNewSockets); });
}

bool Scanner::State::updatePath(const QByteArray &path, bool hasNewSockets)
{
    const auto info = readFileInfo(AT_FDCWD, path);
    if (!info && info.error().systemError != ENOENT)
        return false;
    DirectoryFile file{ directoryOf(path), leafOf(path).toByteArray(), info.value_or(FileInfo()) };
    const bool isOurs = info && m_filter.matches(file.fileName, file.directory, info->kind());
    ListedFile *known = m_files.find(path);
    if (!isOurs && known == nullptr)
        return true;
    const bool isSame =
        isOurs && known != nullptr && known->file.info.file == info->file && known->file.info.kind() == info->kind();
    const bool isRemovedStaleFile = !info && known != nullptr && known->liveness.state == PipeState::Stale;
    if (!hasNewSockets && !isSame && !isRemovedStaleFile)
        m_waiting.insert(path);
    else if (isOurs)
        put(std::move(file));
    else
        remove(*known);
    return true;
}

void Scanner::State::put(DirectoryFile file)
{
    const BoundFile bound = boundFile(file.info, m_mounts);
    ListedFile *known = m_files.find(file.directory, file.fileName);
    if (known == nullptr) {
        known = &m_files.add(std::move(file), bound);
    } else if (known->bound != bound || known->file.info.file != file.info.file) {
        m_released.emplace_back(known->liveness.socketCookie, known->bound);
        m_liveness.forget(known->file.info.file);
        m_changedFiles.push_back(known->bound);
        m_files.replace(*known, std::move(file), bound); // the row stays with the path
    } else {
        known->file = std::move(file);
    }
    known->listing = m_listing;
    m_touched.push_back(known);
}

void Scanner::State::remove(ListedFile &known)
{
    m_liveness.forget(known.file.info.file);
    m_released.emplace_back(known.liveness.socketCookie, known.bound);
    m_changedFiles.push_back(known.bound);
    if (known.entry)
        m_removed.push_back(known.entry);
    m_unsettled.erase(&known);
    m_files.remove(known);
}

Scanner::Scanner(ScanOptions options)
    : d(std::make_unique<State>(std::move(options)))
{
}

Scanner::~Scanner() = default;

Scanner::Update Scanner::update(const Changes &changes) { return d->update(changes); }

Scanner::ScanData Scanner::data() { return d->data(); }

qint64 Scanner::otherThreadsCpuTime() const { return d->otherThreadsCpuTime(); }

const std::vector<QByteArray> &Scanner::directories() const { return d->directories(); }

} // namespace pipeglass::catalog
