// SPDX-License-Identifier: MIT
#include "catalog/scanning/entrybuilder.h"

#include "catalog/processes/endpointof.h"

#include <sys/sysmacros.h>

namespace pipeglass::catalog {

namespace {

/// The holders of the socket behind the file; empty if it has none.
std::optional<QList<ProcessInfo>> serversOf(const Liveness &liveness, const SocketHolders &holders)
{
    if (liveness.socketCookie != 0)
        return holders.servers(liveness.socketCookie);
    if (liveness.state == PipeState::Stale)
        return QList<ProcessInfo>();
    return {};
}

template <typename Key, typename Value>
std::optional<Value> valueOf(const std::map<Key, Value> &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

void EntryBuilder::describe(PipeEntry &entry, uid_t uid, std::optional<gid_t> gid)
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

void EntryBuilder::describe(PipeEntry &entry, const FileInfo &info)
{
    entry.file = info.file;
    entry.kind = info.kind();
    entry.mode = FileMode(info.mode);
    entry.accessList = info.accessList;
    entry.modified = info.modified;
    entry.changed = info.changed;
    describe(entry, info.uid, info.gid);
}

void EntryBuilder::describe(PipeEntry &entry, const Liveness &liveness)
{
    static_cast<Liveness &>(entry) = liveness;
    entry.server = serversOf(liveness, m_holders);
    entry.tookOverFrom = valueOf(tookOver, liveness.socketCookie);
    if (const auto behind = tapped.find(liveness.socketCookie); behind != tapped.end()) {
        entry.tappedBy = entry.server && !entry.server->empty() ? entry.server->front().pid : 0;
        entry.server = behind->second;
    }
    recognizeEndpoint(entry);
}

/// For a socket without a file.
void EntryBuilder::describeOwner(PipeEntry &entry, std::optional<uid_t> uid)
{
    const bool hasServer = entry.server && !entry.server->empty();
    describe(entry, uid.value_or(hasServer ? entry.server->front().uid : unknownUid), {});
}

PipeEntryPtr EntryBuilder::fileEntry(
    const DirectoryFile &file, const Liveness &liveness, const std::map<QByteArray, QString> &labels)
{
    auto made = std::make_shared<PipeEntry>();
    made->directory = file.directory;
    made->fileName = file.fileName;
    describe(*made, file.info);
    describe(*made, liveness);
    if (!labels.empty())
        made->namespaceLabel = valueOf(labels, file.directory).value_or(QString());
    return made;
}

PipeEntryPtr EntryBuilder::detachedEntry(const DetachedListener &socket)
{
    auto made = std::make_shared<PipeEntry>();
    made->directory = socket.directory;
    made->fileName = socket.fileName;
    if (socket.info) {
        describe(*made, *socket.info);
        describe(*made, socket.liveness);
    } else {
        made->hasFile = false;
        made->kind = FileKind::Socket;
        made->file.id = { makedev(socket.file.device >> 20U, socket.file.device & 0xfffffU), socket.file.inode };
        describe(*made, socket.liveness);
        describeOwner(*made, socket.uid);
    }
    made->takenOverBy = socket.takenOverBy;
    made->namespaceLabel = socket.namespaceLabel;
    return made;
}

PipeEntryPtr EntryBuilder::abstractEntry(const FileSocket &socket, quint32 clients)
{
    auto made = std::make_shared<PipeEntry>();
    made->fileName = '@' + socket.name.sliced(1);
    made->hasFile = false;
    made->kind = FileKind::Socket;
    made->file.id = { 0, socket.inode };
    const bool isQueue = socket.type != SocketType::Datagram;
    describe(
        *made,
        { .state = socket.state,
          .socketType = socket.type,
          .socketInode = socket.inode,
          .socketCookie = socket.cookie,
          .clients = isQueue ? std::optional(clients) : std::nullopt,
          .waiting = isQueue ? std::optional(socket.waiting) : std::nullopt,
          .backlog = isQueue ? std::optional(socket.backlog) : std::nullopt });
    describeOwner(*made, socket.uid);
    return made;
}

} // namespace pipeglass::catalog
