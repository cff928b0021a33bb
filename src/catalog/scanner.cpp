// SPDX-License-Identifier: MIT
#include "catalog/scanner.h"

#include "catalog/diagnosticsfiles.h"
#include "catalog/endpointof.h"
#include "catalog/pipename.h"
#include "catalog/places.h"
#include "catalog/unlisted.h"
#include "core/accounts.h"
#include "core/errortext.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr quint32 permissionBits = 07777;

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

/// Who holds what is behind the file, if that is a question at all.
std::optional<std::vector<ProcessInfo>> serversOf(const Verdict &verdict, const ServerBook &book)
{
    if (verdict.socketCookie != 0)
        return book.servers(verdict.socketCookie);
    if (verdict.state == PipeState::Stale)
        return std::vector<ProcessInfo>();
    return {};
}

template <typename Key, typename Value>
std::optional<Value> valueOf(const std::map<Key, Value> &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

bool saysTheSame(const PipeEntry &entry, const DirectoryFile &file, const Verdict &verdict, const ServerBook &book)
{
    const FileInfo &info = file.info;
    return entry.fileName == file.fileName && entry.directory == file.directory && entry.file == info.file
        && entry.kind == info.kind() && entry.mode.bits() == (info.mode & permissionBits) && entry.uid == info.uid
        && entry.gid == info.gid && entry.modified == info.modified && entry.changed == info.changed
        && entry.state == verdict.state && entry.socketType == verdict.type && entry.socketInode == verdict.socketInode
        && entry.socketCookie == verdict.socketCookie && entry.clients == verdict.clients
        && entry.waiting == verdict.waiting && entry.backlog == verdict.backlog
        && entry.unreadByServer == verdict.unread.byServer && entry.unreadByClient == verdict.unread.byClient
        && (verdict.socketCookie == 0 || entry.server == book.servers(verdict.socketCookie));
}

} // namespace

class Scanner::Private {
public:
    explicit Private(ScanOptions options)
        : onlyGiven(!options.directories.empty())
        , namespaces(options.namespaces)
        , detail(options.detail)
        , filter(options.scope)
        , given(certainDirectories(std::move(options)))
        , directories(given)
        , m_judge(detail)
    {
    }

    void list(Reach reach);
    void judgeFiles();
    [[nodiscard]] Evidence evidence() { return { m_judge.table(), m_mounts, m_book }; }
    [[nodiscard]] SnapshotPtr assemble();
    [[nodiscard]] std::optional<Step> lookAgainAt(const std::vector<QByteArray> &paths);

    const bool onlyGiven;
    const bool namespaces;
    const Detail detail;
    const NameFilter filter;
    const std::vector<QByteArray> given;
    std::vector<QByteArray> directories;
    DirectoryListing listing;
    SnapshotPtr last;

private:
    void chooseDirectories();
    void readSockets();
    [[nodiscard]] std::optional<size_t> fileOfRow(size_t row, const QByteArray &path) const;
    void takeNamespaces(MountNamespaces &views);
    void findUnlisted(MountNamespaces &views);
    [[nodiscard]] PipeEntryPtr entry(const DirectoryFile &file, const Verdict &verdict);
    [[nodiscard]] PipeEntryPtr lostEntry(const UnlistedSocket &socket);
    void describe(PipeEntry &entry, uid_t uid, std::optional<gid_t> gid);
    void describe(PipeEntry &entry, const Verdict &verdict);
    void insertUnlisted(std::vector<PipeEntryPtr> &entries);

    MountTable m_mounts;
    std::vector<Verdict> m_verdicts;
    std::vector<UnlistedSocket> m_unlisted;
    std::set<QByteArray> m_found; ///< directories in which a listener was bound at some time, and that are there still
    std::map<QByteArray, QString> m_labels; ///< of directories in other namespaces
    std::map<quint64, pid_t> m_tookOver; ///< by the cookie of the new socket: the old one's process
    std::optional<Error> m_socketProblem;
    SocketJudge m_judge;
    ServerBook m_book;
    /// The names of the last file's, which are mostly the next one's too, and so share their memory.
    struct {
        uid_t uid = 0;
        gid_t gid = 0;
        QString owner = userName(0);
        QString group = groupName(0);
    } m_names;
};

void Scanner::Private::chooseDirectories()
{
    std::set<QByteArray> bound;
    if (!onlyGiven)
        bound = boundDirectories(m_judge.table(), filter);
    // Where a server was found, its file may stay when it ends.
    bound.insert(m_found.begin(), m_found.end());
    Places places = choosePlaces(given, std::move(bound), namespaces);
    m_found.clear();
    for (const QByteArray &directory : places.directories) {
        if (!places.labels.contains(directory) && std::find(given.begin(), given.end(), directory) == given.end())
            m_found.insert(directory);
    }
    directories = std::move(places.directories);
    m_labels = std::move(places.labels);
}

void Scanner::Private::takeNamespaces(MountNamespaces &views)
{
    if (!namespaces)
        return;
    for (const MountNamespaces::View &view : views.all())
        m_mounts.add(MountTable::read(view.pid));
}

/// Names first, sockets after: a pipe that is made between the two is not listed yet, instead of in doubt. Only that
/// directories come to be known by sockets turns this round, for those, in the first scan.
void Scanner::Private::list(Reach reach)
{
    const std::vector<QByteArray> before = directories;
    if (last)
        chooseDirectories();
    if (reach == Reach::Everything || !last || directories != before)
        listing = DirectoryListing::read(directories, filter);
    readSockets();
    if (last)
        return;
    chooseDirectories();
    for (const QByteArray &directory : directories) {
        if (std::find(given.begin(), given.end(), directory) == given.end())
            listing.add(directory, filter);
    }
}

void Scanner::Private::readSockets()
{
    const Status read = m_judge.read();
    m_socketProblem = read ? std::nullopt : std::optional(read.error());
}

void Scanner::Private::judgeFiles()
{
    m_mounts = MountTable::read();
    MountNamespaces views;
    takeNamespaces(views);
    auto judged = m_socketProblem ? failure(*m_socketProblem) : m_judge.judge(listing.files, m_mounts);
    if (judged) {
        m_verdicts = std::move(*judged);
        judgeDiagnostics(listing.files, m_verdicts, m_mounts.processesAreHidden);
    } else {
        m_socketProblem = judged.error();
        m_verdicts.assign(listing.files.size(), {});
    }
    findUnlisted(views);
}

void Scanner::Private::findUnlisted(MountNamespaces &views)
{
    std::vector<ServerBook::Socket> living;
    living.reserve(m_verdicts.size());
    for (const Verdict &verdict : m_verdicts) {
        if (verdict.socketCookie != 0)
            living.push_back({ verdict.socketInode, verdict.socketCookie });
    }
    m_unlisted.clear();
    m_tookOver.clear();
    std::vector<const FileSocket *> candidates;
    UnlistedSearch search({ directories, onlyGiven && !namespaces, namespaces }, filter, m_mounts, views);
    if (!m_socketProblem)
        candidates = search.candidates(m_judge.table(), m_verdicts);
    for (const FileSocket *socket : candidates)
        living.push_back({ socket->inode, socket->cookie });
    if (detail == Detail::Connections)
        m_book.alsoFind(m_judge.table().connectionInodes());
    m_book.update(living, m_mounts.processesAreHidden && ::geteuid() != 0);
    for (const FileSocket *socket : candidates) {
        auto found = search.look(*socket, m_judge.table(), m_book, m_judge);
        if (!found)
            continue;
        const auto &servers = m_book.servers(socket->cookie);
        if (found->takenOverCookie != 0 && servers && !servers->empty())
            m_tookOver[found->takenOverCookie] = servers->front().pid;
        m_unlisted.push_back(std::move(*found));
    }
}

void Scanner::Private::describe(PipeEntry &entry, uid_t uid, std::optional<gid_t> gid)
{
    if (uid != m_names.uid)
        m_names.owner = userName(m_names.uid = uid);
    entry.uid = uid;
    entry.owner = m_names.owner;
    if (!gid)
        return;
    if (*gid != m_names.gid)
        m_names.group = groupName(m_names.gid = *gid);
    entry.gid = *gid;
    entry.group = m_names.group;
}

void Scanner::Private::describe(PipeEntry &entry, const Verdict &verdict)
{
    entry.socketType = verdict.type;
    entry.state = verdict.state;
    entry.socketInode = verdict.socketInode;
    entry.socketCookie = verdict.socketCookie;
    entry.server = serversOf(verdict, m_book);
    entry.clients = verdict.clients;
    entry.waiting = verdict.waiting;
    entry.backlog = verdict.backlog;
    entry.unreadByServer = verdict.unread.byServer;
    entry.unreadByClient = verdict.unread.byClient;
    entry.tookOverFrom = valueOf(m_tookOver, verdict.socketCookie);
    entry.endpoint = endpointOf(entry);
}

PipeEntryPtr Scanner::Private::entry(const DirectoryFile &file, const Verdict &verdict)
{
    const FileInfo &info = file.info;
    auto made = std::make_shared<PipeEntry>();
    made->directory = file.directory;
    made->fileName = file.fileName;
    made->file = info.file;
    made->kind = info.kind();
    made->mode = FileMode(info.mode);
    made->modified = info.modified;
    made->changed = info.changed;
    describe(*made, info.uid, info.gid);
    describe(*made, verdict);
    if (!m_labels.empty())
        made->namespaceLabel = valueOf(m_labels, file.directory).value_or(QString());
    return made;
}

PipeEntryPtr Scanner::Private::lostEntry(const UnlistedSocket &socket)
{
    std::shared_ptr<PipeEntry> made;
    if (socket.info) {
        made = std::make_shared<PipeEntry>(*entry({ socket.directory, socket.fileName, *socket.info }, socket.verdict));
    } else {
        made = std::make_shared<PipeEntry>();
        made->hasFile = false;
        made->directory = socket.directory;
        made->fileName = socket.fileName;
        made->kind = FileKind::Socket;
        made->file.id = { makedev(socket.file.device >> 20U, socket.file.device & 0xfffffU), socket.file.inode };
        describe(*made, socket.verdict);
        const bool hasServer = made->server && !made->server->empty();
        describe(*made, socket.uid.value_or(hasServer ? made->server->front().uid : 0), {});
    }
    made->takenOverBy = socket.takenOverBy;
    made->namespaceLabel = socket.namespaceLabel;
    return made;
}

void Scanner::Private::insertUnlisted(std::vector<PipeEntryPtr> &entries)
{
    if (m_unlisted.empty())
        return;
    const auto less = [](const PipeEntryPtr &a, const PipeEntryPtr &b) { return rowLess(*a, *b); };
    std::vector<PipeEntryPtr> more;
    for (const UnlistedSocket &socket : m_unlisted) {
        PipeEntryPtr made = lostEntry(socket);
        if (last) {
            const auto old = std::lower_bound(last->entries.begin(), last->entries.end(), made, less);
            if (old != last->entries.end() && **old == *made)
                made = *old;
        }
        more.push_back(std::move(made));
    }
    std::sort(more.begin(), more.end(), less);
    const auto middle = static_cast<ptrdiff_t>(entries.size());
    entries.insert(entries.end(), more.begin(), more.end());
    std::inplace_merge(entries.begin(), entries.begin() + middle, entries.end(), less);
}

SnapshotPtr Scanner::Private::assemble()
{
    auto snapshot = std::make_shared<Snapshot>();
    std::vector<PipeEntryPtr> entries;
    entries.reserve(listing.files.size() + m_unlisted.size());
    static const PipeEntries none;
    const PipeEntries &before = last ? last->entries : none;
    auto old = before.begin();
    for (size_t i = 0; i < listing.files.size(); ++i) {
        const DirectoryFile &file = listing.files[i];
        while (old != before.end()
               && ((*old)->isLost() || ((*old)->fileName != file.fileName && (*old)->path() < file.path())))
            ++old;
        const bool isSame = old != before.end() && saysTheSame(**old, file, m_verdicts[i], m_book)
            && (*old)->tookOverFrom == valueOf(m_tookOver, m_verdicts[i].socketCookie)
            && (m_labels.empty() || (*old)->namespaceLabel == valueOf(m_labels, file.directory).value_or(QString()));
        if (isSame)
            entries.push_back(*old++);
        else
            entries.push_back(entry(file, m_verdicts[i]));
    }
    insertUnlisted(entries);
    snapshot->entries = entries;
    for (const Error &problem : listing.problems) {
        // One that was only found has gone with its server, between the look for it and the look into it.
        const bool isMissed =
            problem.systemError != ENOENT || std::find(given.begin(), given.end(), problem.subject) != given.end();
        if (isMissed)
            snapshot->problems.push_back(errorText(problem));
    }
    if (m_socketProblem)
        snapshot->problems.push_back(errorText(*m_socketProblem));
    last = snapshot;
    return last;
}

/// Rows without a listed file stand between the others, so a row's file is at its place or some before.
std::optional<size_t> Scanner::Private::fileOfRow(size_t row, const QByteArray &path) const
{
    const size_t first = row - qMin(row, m_unlisted.size());
    for (size_t at = qMin(row + 1, listing.files.size()); at-- > first;) {
        if (listing.files[at].path() == path)
            return at;
    }
    return {};
}

std::optional<Scanner::Step> Scanner::Private::lookAgainAt(const std::vector<QByteArray> &paths)
{
    struct Change {
        size_t row = 0;
        size_t file = 0;
        PipeEntryPtr made;
        FileInfo info;
    };
    std::vector<Change> changes;
    for (const QByteArray &path : paths) {
        // Rows and files are sorted by path; one that lost its file comes after the one that has it.
        PipeEntry wanted;
        const qsizetype slash = path.lastIndexOf('/');
        wanted.directory = slash <= 0 ? QByteArray("/") : path.first(slash);
        wanted.fileName = path.sliced(slash + 1);
        const auto row = std::partition_point(last->entries.begin(), last->entries.end(), [&wanted](const auto &entry) {
            return pathLess(*entry, wanted);
        });
        const bool isKnown = row != last->entries.end() && (*row)->path() == path && (*row)->hasFile;
        const auto info = lookAt(AT_FDCWD, path);
        if (!isKnown && !info)
            continue;
        if (!isKnown || !info || info->file != (*row)->file || info->kind() != (*row)->kind)
            return {};
        const auto at = fileOfRow(static_cast<size_t>(row - last->entries.begin()), path);
        if (!at)
            return {};
        auto made = std::make_shared<PipeEntry>(**row);
        made->mode = FileMode(info->mode);
        made->modified = info->modified;
        made->changed = info->changed;
        describe(*made, info->uid, info->gid);
        if (*made != **row)
            changes.push_back({ static_cast<size_t>(row - last->entries.begin()), *at, std::move(made), *info });
    }
    if (changes.empty())
        return Step{ last, {} };
    auto snapshot = std::make_shared<Snapshot>(*last);
    SnapshotDiff difference;
    for (Change &change : changes) {
        listing.files[change.file].info = change.info;
        snapshot->entries.replace(change.row, change.made);
        difference.changed.push_back(std::move(change.made));
    }
    last = snapshot;
    return Step{ last, std::move(difference) };
}

Scanner::Scanner(ScanOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Scanner::~Scanner() = default;

SnapshotPtr Scanner::scan(Reach reach)
{
    d->list(reach);
    d->judgeFiles();
    return d->assemble();
}

std::optional<Scanner::Step> Scanner::lookAgainAt(const std::vector<QByteArray> &paths)
{
    return d->last ? d->lookAgainAt(paths) : std::nullopt;
}

Scanner::Evidence Scanner::evidence() { return d->evidence(); }

const std::vector<QByteArray> &Scanner::directories() const { return d->directories; }

} // namespace pipeglass::catalog
