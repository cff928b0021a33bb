// SPDX-License-Identifier: MIT
#include "catalog/scanner.h"

#include "catalog/directoryfile.h"
#include "catalog/pipename.h"
#include "catalog/serverbook.h"
#include "catalog/socketjudge.h"
#include "core/accounts.h"
#include "core/errortext.h"

#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr quint32 permissionBits = 07777;

std::vector<QByteArray> cleaned(std::vector<QByteArray> directories)
{
    for (QByteArray &directory : directories)
        directory = withoutTrailingSlashes(std::move(directory));
    return directories;
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

bool saysTheSame(const PipeEntry &entry, const DirectoryFile &file, const Verdict &verdict, const ServerBook &book)
{
    const FileInfo &info = file.info;
    return entry.fileName == file.fileName && entry.directory == file.directory && entry.file == info.file
        && entry.kind == info.kind() && entry.mode.bits() == (info.mode & permissionBits) && entry.uid == info.uid
        && entry.gid == info.gid && entry.modified == info.modified && entry.changed == info.changed
        && entry.state == verdict.state && entry.socketType == verdict.type && entry.socketInode == verdict.socketInode
        && entry.socketCookie == verdict.socketCookie && entry.clients == verdict.clients
        && entry.waiting == verdict.waiting && entry.backlog == verdict.backlog
        && (verdict.socketCookie == 0 || entry.server == book.servers(verdict.socketCookie));
}

} // namespace

class Scanner::Private {
public:
    explicit Private(ScanOptions options)
        : directories(options.directories.empty() ? defaultDirectories() : cleaned(std::move(options.directories)))
    {
    }

    void readSockets();
    [[nodiscard]] PipeEntryPtr entry(const DirectoryFile &file, const Verdict &verdict);
    [[nodiscard]] SnapshotPtr assemble();

    const std::vector<QByteArray> directories;
    DirectoryListing listing;
    std::vector<Verdict> verdicts;
    std::optional<Error> socketProblem;
    SocketJudge judge;
    ServerBook book;
    SnapshotPtr last;

private:
    /// The names of the last file's, which are mostly the next one's too, and so share their memory.
    struct {
        uid_t uid = 0;
        gid_t gid = 0;
        QString owner = userName(0);
        QString group = groupName(0);
    } m_names;
};

void Scanner::Private::readSockets()
{
    const MountTable mounts = MountTable::read();
    auto judged = judge.judge(listing.files, mounts);
    socketProblem.reset();
    if (judged) {
        verdicts = std::move(*judged);
    } else {
        socketProblem = judged.error();
        verdicts.assign(listing.files.size(), {});
    }
    std::vector<ServerBook::Socket> living;
    living.reserve(verdicts.size());
    for (const Verdict &verdict : verdicts) {
        if (verdict.socketCookie != 0)
            living.push_back({ verdict.socketInode, verdict.socketCookie });
    }
    book.update(living, mounts.processesAreHidden && ::geteuid() != 0);
}

PipeEntryPtr Scanner::Private::entry(const DirectoryFile &file, const Verdict &verdict)
{
    const FileInfo &info = file.info;
    if (info.uid != m_names.uid)
        m_names.owner = userName(m_names.uid = info.uid);
    if (info.gid != m_names.gid)
        m_names.group = groupName(m_names.gid = info.gid);
    auto made = std::make_shared<PipeEntry>();
    made->directory = file.directory;
    made->fileName = file.fileName;
    made->file = info.file;
    made->kind = info.kind();
    made->socketType = verdict.type;
    made->state = verdict.state;
    made->uid = info.uid;
    made->gid = info.gid;
    made->owner = m_names.owner;
    made->group = m_names.group;
    made->mode = FileMode(info.mode);
    made->modified = info.modified;
    made->changed = info.changed;
    made->socketInode = verdict.socketInode;
    made->socketCookie = verdict.socketCookie;
    made->server = serversOf(verdict, book);
    made->clients = verdict.clients;
    made->waiting = verdict.waiting;
    made->backlog = verdict.backlog;
    return made;
}

SnapshotPtr Scanner::Private::assemble()
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->entries.reserve(listing.files.size());
    static const std::vector<PipeEntryPtr> none;
    const std::vector<PipeEntryPtr> &before = last ? last->entries : none;
    auto old = before.begin();
    for (size_t i = 0; i < listing.files.size(); ++i) {
        const DirectoryFile &file = listing.files[i];
        while (old != before.end() && (*old)->fileName != file.fileName && (*old)->path() < file.path())
            ++old;
        if (old != before.end() && saysTheSame(**old, file, verdicts[i], book))
            snapshot->entries.push_back(*old++);
        else
            snapshot->entries.push_back(entry(file, verdicts[i]));
    }
    for (const Error &problem : listing.problems)
        snapshot->problems.push_back(errorText(problem));
    if (socketProblem)
        snapshot->problems.push_back(errorText(*socketProblem));
    last = snapshot;
    return last;
}

Scanner::Scanner(ScanOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Scanner::~Scanner() = default;

SnapshotPtr Scanner::scan(Reach reach)
{
    // Names first, sockets after: a pipe that is made between the two is not listed yet, instead of listed as dead.
    if (reach == Reach::Everything || !d->last)
        d->listing = DirectoryListing::read(d->directories, filePrefix);
    d->readSockets();
    return d->assemble();
}

const std::vector<QByteArray> &Scanner::directories() const { return d->directories; }

} // namespace pipeglass::catalog
