// SPDX-License-Identifier: MIT
#include "catalog/rowmaker.h"

#include "catalog/endpointof.h"

#include <sys/sysmacros.h>

namespace pipeglass::catalog {

namespace {

constexpr quint32 permissionBits = 07777;

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

bool saysTheSame(const PipeEntry &entry, const FileInfo &info)
{
    return entry.file == info.file && entry.kind == info.kind() && entry.mode.bits() == (info.mode & permissionBits)
        && entry.uid == info.uid && entry.gid == info.gid && entry.modified == info.modified
        && entry.changed == info.changed;
}

bool saysTheSame(const PipeEntry &entry, const Verdict &verdict)
{
    return entry.state == verdict.state && entry.socketType == verdict.type && entry.socketInode == verdict.socketInode
        && entry.socketCookie == verdict.socketCookie && entry.clients == verdict.clients
        && entry.waiting == verdict.waiting && entry.backlog == verdict.backlog
        && entry.unreadByServer == verdict.unread.byServer && entry.unreadByClient == verdict.unread.byClient;
}

} // namespace

bool RowMaker::isRowOf(const PipeEntry &entry, const DirectoryFile &file, const Verdict &verdict) const
{
    return entry.fileName == file.fileName && entry.directory == file.directory && saysTheSame(entry, file.info)
        && saysTheSame(entry, verdict)
        && (verdict.socketCookie == 0 || entry.server == m_book.servers(verdict.socketCookie))
        && entry.tookOverFrom == valueOf(tookOver, verdict.socketCookie)
        && (labels.empty() || entry.namespaceLabel == valueOf(labels, file.directory).value_or(QString()));
}

void RowMaker::describe(PipeEntry &entry, uid_t uid, std::optional<gid_t> gid)
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

void RowMaker::describe(PipeEntry &entry, const FileInfo &info)
{
    entry.file = info.file;
    entry.kind = info.kind();
    entry.mode = FileMode(info.mode);
    entry.modified = info.modified;
    entry.changed = info.changed;
    describe(entry, info.uid, info.gid);
}

void RowMaker::describe(PipeEntry &entry, const Verdict &verdict)
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
    entry.tookOverFrom = valueOf(tookOver, verdict.socketCookie);
    entry.endpoint = endpointOf(entry);
}

PipeEntryPtr RowMaker::fileRow(const DirectoryFile &file, const Verdict &verdict)
{
    auto made = std::make_shared<PipeEntry>();
    made->directory = file.directory;
    made->fileName = file.fileName;
    describe(*made, file.info);
    describe(*made, verdict);
    if (!labels.empty())
        made->namespaceLabel = valueOf(labels, file.directory).value_or(QString());
    return made;
}

PipeEntryPtr RowMaker::fileRow(const PipeEntry &before, const FileInfo &info)
{
    auto made = std::make_shared<PipeEntry>(before);
    describe(*made, info);
    return made;
}

PipeEntryPtr RowMaker::unlistedRow(const UnlistedSocket &socket)
{
    std::shared_ptr<PipeEntry> made;
    if (socket.info) {
        made =
            std::make_shared<PipeEntry>(*fileRow({ socket.directory, socket.fileName, *socket.info }, socket.verdict));
    } else {
        made = std::make_shared<PipeEntry>();
        made->hasFile = false;
        made->directory = socket.directory;
        made->fileName = socket.fileName;
        made->kind = FileKind::Socket;
        made->file.id = { makedev(socket.file.device >> 20U, socket.file.device & 0xfffffU), socket.file.inode };
        describe(*made, socket.verdict);
        const bool hasServer = made->server && !made->server->empty();
        describe(*made, socket.uid.value_or(hasServer ? made->server->front().uid : unknownUid), {});
    }
    made->takenOverBy = socket.takenOverBy;
    made->namespaceLabel = socket.namespaceLabel;
    return made;
}

} // namespace pipeglass::catalog
