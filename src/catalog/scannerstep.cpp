// SPDX-License-Identifier: MIT
#include "catalog/diagnosticsfiles.h"
#include "catalog/scannerstate.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr auto less = [](const PipeEntryPtr &a, const PipeEntryPtr &b) { return rowLess(*a, *b); };

DirectoryFile splitPath(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return { slash <= 0 ? QByteArray("/") : path.first(slash), path.sliced(slash + 1), {} };
}

/// Rows of the first that are not in the second; both sorted.
std::vector<PipeEntryPtr> without(const std::vector<PipeEntryPtr> &rows, const std::vector<PipeEntryPtr> &others)
{
    std::vector<PipeEntryPtr> rest;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(rest), [&others](const PipeEntryPtr &row) {
        const auto same = std::lower_bound(others.begin(), others.end(), row, less);
        return same == others.end() || *same != row;
    });
    return rest;
}

void append(std::vector<PipeEntryPtr> &to, std::vector<PipeEntryPtr> more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

void Scanner::State::makeIndex()
{
    if (m_isIndexed)
        return;
    m_isIndexed = true;
    for (size_t i = 0; i < m_listing.files.size(); ++i) {
        DirectoryFile &file = m_listing.files[i];
        const QByteArray path = file.path();
        const BoundFile bound = boundFile(file.info, m_mounts);
        m_files.put(path, { std::move(file), bound, m_verdicts[i] });
        markUnsettled(path);
    }
    m_listing.files.clear();
    m_verdicts.clear();
}

void Scanner::State::markUnsettled(const QByteArray &path)
{
    const ListedFile *known = m_files.find(path);
    const bool isSettled = known == nullptr || known->file.info.kind() != FileKind::Socket
        || m_judge.table().at(known->bound) != nullptr || m_judge.isDead(known->file.info.file);
    if (isSettled)
        m_unsettled.erase(path);
    else
        m_unsettled.insert(path);
}

Scanner::Step Scanner::State::update(const std::vector<QByteArray> &paths)
{
    const bool mayStep = m_last != nullptr && !m_namespaces && !m_socketProblem;
    if (mayStep) {
        makeIndex();
        Touched touched;
        if (readChanges(touched)) {
            const Paths named = withOtherNames(paths);
            if (lookAtFiles(named, touched)) {
                // What the judge finds gone is in no book any more, and concerned all the same.
                Paths all = concerned(named, touched);
                if (judgeAgain(all, touched)) {
                    const Rows unlistedBefore = lookAtSockets(touched); // which touches more files
                    all.merge(concerned(named, touched));
                    return replaceRows(all, unlistedBefore);
                }
            }
        }
    }
    const SnapshotPtr before = m_last ? m_last : std::make_shared<Snapshot>();
    SnapshotPtr all = scanAll();
    SnapshotDiff changes = difference(*before, *all);
    return { std::move(all), std::move(changes) };
}

/// False where other directories are to be looked at from now on, or nothing is known.
bool Scanner::State::readChanges(Touched &touched)
{
    if (!m_judge.read())
        return false;
    touched.files = m_judge.changed();
    if (m_mountWatch.mayHaveChanged())
        m_mounts = m_mountWatch.read();
    if (m_onlyGiven)
        return true;
    for (const BoundFile &file : touched.files) {
        for (const FileSocket &socket : m_judge.tableBefore().socketsAt(file))
            m_bound.remove(socket.name);
        for (const FileSocket &socket : m_judge.table().socketsAt(file))
            m_bound.add(socket.name);
    }
    const std::vector<QByteArray> before = m_directories;
    chooseDirectories();
    return m_directories == before;
}

/// These, and all other names that their files have: a look at one is a look at all.
Scanner::State::Paths Scanner::State::withOtherNames(const std::vector<QByteArray> &paths)
{
    Paths all(paths.begin(), paths.end());
    for (const QByteArray &path : paths) {
        const ListedFile *known = m_files.find(path);
        if (known == nullptr)
            continue;
        for (QByteArray &other : m_files.pathsOf(known->bound))
            all.insert(std::move(other));
    }
    return all;
}

/// What is at these paths now. False where that cannot be told of each alone.
bool Scanner::State::lookAtFiles(const Paths &paths, Touched &touched)
{
    for (const QByteArray &path : paths) {
        const auto info = lookAt(AT_FDCWD, path);
        if (!info && info.error().systemError != ENOENT)
            return false;
        DirectoryFile file = splitPath(path);
        const bool isOurs = info && m_filter.matches(file.fileName, file.directory, info->kind());
        if (!isOurs) {
            forgetFile(path, touched);
            continue;
        }
        file.info = *info;
        const ListedFile *known = m_files.find(path);
        const bool isSame = known != nullptr && known->file.info.file == info->file;
        putFile(path, std::move(file), isSame ? known->verdict : Verdict{}, touched);
    }
    return true;
}

void Scanner::State::putFile(const QByteArray &path, DirectoryFile file, const Verdict &verdict, Touched &touched)
{
    const BoundFile bound = boundFile(file.info, m_mounts);
    ListedFile *known = m_files.find(path);
    if (known != nullptr && known->bound == bound) {
        if (known->verdict.socketCookie != verdict.socketCookie)
            touched.sockets.push_back({ known->verdict.socketCookie, bound });
        if (known->file.info.file != file.info.file)
            m_judge.forget(known->file.info.file);
        known->file = std::move(file);
        known->verdict = verdict;
    } else {
        forgetFile(path, touched);
        m_files.put(path, { std::move(file), bound, verdict });
    }
    touched.files.push_back(bound);
}

void Scanner::State::forgetFile(const QByteArray &path, Touched &touched)
{
    if (const ListedFile *known = m_files.find(path)) {
        m_judge.forget(known->file.info.file);
        touched.files.push_back(known->bound);
        touched.sockets.push_back({ known->verdict.socketCookie, known->bound });
    }
    m_files.remove(path);
    m_unsettled.erase(path);
}

Scanner::State::Paths Scanner::State::concerned(const Paths &paths, const Touched &touched) const
{
    Paths all = m_unsettled;
    all.insert(paths.begin(), paths.end());
    for (const BoundFile &file : touched.files) {
        for (QByteArray &path : m_files.pathsOf(file))
            all.insert(std::move(path));
    }
    return all;
}

bool Scanner::State::judgeAgain(const Paths &paths, Touched &touched)
{
    std::vector<DirectoryFile> files;
    std::vector<SocketJudge::Witness> witnesses;
    for (const QByteArray &path : paths) {
        const ListedFile *known = m_files.find(path);
        if (known == nullptr)
            continue;
        files.push_back(known->file);
        witnesses.push_back({ known->verdict.socketInode, known->verdict.socketCookie });
    }
    auto verdicts = m_judge.judgeSome(files, witnesses, m_mounts);
    if (!verdicts)
        return false;
    judgeDiagnostics(files, *verdicts, m_mounts.processesAreHidden);
    Paths gone = paths;
    for (size_t i = 0; i < files.size(); ++i) {
        const QByteArray path = files[i].path();
        gone.erase(path);
        if ((*verdicts)[i].socketCookie != 0)
            m_book.learn(
                { (*verdicts)[i].socketInode, (*verdicts)[i].socketCookie, boundFile(files[i].info, m_mounts) });
        putFile(path, std::move(files[i]), (*verdicts)[i], touched);
        markUnsettled(path);
    }
    for (const QByteArray &path : gone)
        forgetFile(path, touched);
    return true;
}

/// Listeners that came to be without a listed file, or are not any more; who holds what; what became of those. Returns
/// the rows of listeners without a listed file that there were before.
Scanner::State::Rows Scanner::State::lookAtSockets(Touched &touched)
{
    MountNamespaces views;
    m_names.beginLook();
    UnlistedSearch search({ m_directories, m_onlyGiven, false }, m_filter, m_mounts, views, m_names);
    for (const BoundFile &file : touched.files) {
        for (const FileSocket &socket : m_judge.tableBefore().socketsAt(file)) {
            if (m_candidates.erase(socket.cookie) != 0)
                touched.sockets.push_back({ socket.cookie, file });
        }
        for (const FileSocket &socket : m_judge.table().socketsAt(file)) {
            if (!search.isCandidate(socket) || m_files.leadsTo(socket))
                continue;
            m_candidates[socket.cookie] = file;
            m_book.learn({ socket.inode, socket.cookie, file });
        }
    }
    for (const auto &[cookie, file] : touched.sockets) {
        if (!m_candidates.contains(cookie) && !m_files.leadsTo(cookie, file))
            m_book.forget(cookie);
    }
    const bool isQuiet = touched.files.empty() && touched.sockets.empty();
    const std::vector<BoundFile> others = m_book.refresh(
        m_mounts.processesAreHidden && ::geteuid() != 0, isQuiet ? ServerBook::Haste::None : ServerBook::Haste::Some);
    touched.files.insert(touched.files.end(), others.begin(), others.end());
    Rows before = m_unlistedRows;
    const std::vector<BoundFile> tookOver = m_tookOverFiles;
    lookAtUnlisted(search);
    touched.files.insert(touched.files.end(), tookOver.begin(), tookOver.end());
    touched.files.insert(touched.files.end(), m_tookOverFiles.begin(), m_tookOverFiles.end());
    return before;
}

Scanner::Step Scanner::State::replaceRows(const Paths &paths, const Rows &unlistedBefore)
{
    Rows gone;
    Rows made;
    for (const QByteArray &path : paths) {
        const PipeEntryPtr old = fileRowAt(path);
        const ListedFile *known = m_files.find(path);
        if (old && known != nullptr && m_maker.isRowOf(*old, known->file, known->verdict))
            continue;
        if (old)
            gone.push_back(old);
        if (known != nullptr)
            made.push_back(m_maker.fileRow(known->file, known->verdict));
    }
    append(gone, without(unlistedBefore, m_unlistedRows));
    append(made, without(m_unlistedRows, unlistedBefore));
    return stepTo(std::move(gone), std::move(made));
}

PipeEntryPtr Scanner::State::fileRowAt(const QByteArray &path) const
{
    PipeEntry wanted;
    DirectoryFile file = splitPath(path);
    wanted.directory = std::move(file.directory);
    wanted.fileName = std::move(file.fileName);
    const size_t at =
        m_last->entries.partitionPoint([&wanted](const PipeEntry &entry) { return rowLess(entry, wanted); });
    if (at == m_last->entries.size())
        return {};
    const PipeEntryPtr &row = m_last->entries[at];
    return row->hasFile && row->fileName == wanted.fileName && row->directory == wanted.directory ? row
                                                                                                  : PipeEntryPtr();
}

Scanner::Step Scanner::State::stepTo(Rows gone, Rows made)
{
    if (gone.empty() && made.empty())
        return { m_last, {} };
    std::sort(gone.begin(), gone.end(), less);
    std::sort(made.begin(), made.end(), less);
    auto snapshot = std::make_shared<Snapshot>(*m_last);
    PipeEntries &entries = snapshot->entries;
    const auto placeOf = [&entries](const PipeEntry &row) {
        return entries.partitionPoint([&row](const PipeEntry &entry) { return rowLess(entry, row); });
    };
    auto next = made.begin();
    for (const PipeEntryPtr &row : gone) {
        for (; next != made.end() && less(*next, row); ++next)
            entries.insert(placeOf(**next), *next);
        if (next != made.end() && !less(row, *next))
            entries.replace(placeOf(*row), *next++);
        else
            entries.erase(placeOf(*row));
    }
    for (; next != made.end(); ++next)
        entries.insert(placeOf(**next), *next);
    snapshot->serial = nextSerial();
    Snapshot before;
    before.entries = gone;
    Snapshot after;
    after.entries = made;
    SnapshotDiff changes = difference(before, after);
    changes.from = m_last->serial;
    m_last = snapshot;
    return { std::move(snapshot), std::move(changes) };
}

std::optional<Scanner::Step> Scanner::State::lookAgainAt(const std::vector<QByteArray> &paths)
{
    struct Look {
        ListedFile *known = nullptr;
        std::optional<FileInfo> info;
    };
    makeIndex();
    std::vector<std::pair<QByteArray, Look>> looks;
    for (const QByteArray &path : withOtherNames(paths)) {
        ListedFile *known = m_files.find(path);
        const auto info = lookAt(AT_FDCWD, path);
        if (known == nullptr && !info && !fileRowAt(path))
            continue;
        const bool isDead = known != nullptr && known->verdict.state == PipeState::Stale;
        const bool isGone = !info && info.error().systemError == ENOENT;
        const bool isSame =
            known != nullptr && info && info->file == known->file.info.file && info->kind() == known->file.info.kind();
        if (!isSame && !(isDead && isGone))
            return {};
        looks.push_back({ path, { known, info ? std::optional(*info) : std::nullopt } });
    }
    Rows gone;
    Rows made;
    for (auto &[path, look] : looks) {
        PipeEntryPtr old = fileRowAt(path);
        if (!old)
            return {};
        if (!look.info) {
            gone.push_back(std::move(old));
            Touched none;
            forgetFile(path, none);
            continue;
        }
        look.known->file.info = *look.info;
        PipeEntryPtr row = m_maker.fileRow(*old, *look.info);
        if (*row == *old)
            continue;
        gone.push_back(std::move(old));
        made.push_back(std::move(row));
    }
    return stepTo(std::move(gone), std::move(made));
}

} // namespace pipeglass::catalog
