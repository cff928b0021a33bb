// SPDX-License-Identifier: MIT
#include "catalog/scanning/livenesscheck.h"

#include "core/clock.h"

#include <cerrno>

#include <fcntl.h>

namespace pipeglass::catalog {

namespace {

/// Nanoseconds. A younger file may have a bind() in progress, and its inode may have been another file's within the
/// resolution of birth times.
constexpr qint64 young = 2'000'000'000;

/// Compared with the file system's clock, ours for a local one. True for a time in the future.
bool isYoung(const FileInfo &info) { return wallTime().unixNanoseconds - info.changed.unixNanoseconds < young; }

bool sharesInodes(const FileInfo &info, const MountTable &mounts)
{
    const MountTable::Mount *mount = mounts.find(info.mountId);
    return mount != nullptr && mount->sharesInodes;
}

/// Whether the path that a socket was bound to leads to this file, to another one, or is unknown.
enum class PathLeads { Here, Elsewhere, Unknown };

PathLeads pathOf(const FileSocket &socket, const FileInfo &info)
{
    if (!socket.name.startsWith('/') || socket.name.startsWith("/proc/") || socket.network != 0)
        return PathLeads::Unknown;
    const auto there = readFileInfo(AT_FDCWD, socket.name);
    // Another file cpuTime the name of a renamed socket.
    if (!there || there->kind() != FileKind::Socket || there->file.id.inode != info.file.id.inode)
        return PathLeads::Unknown;
    return there->file == info.file ? PathLeads::Here : PathLeads::Elsewhere;
}

/// For sockets whose inode number other files may haveCommon: the one whose path leads to the file; if no path decides,
/// the only one.
const FileSocket *socketByPath(std::span<const FileSocket> sockets, const FileInfo &info)
{
    const FileSocket *candidate = nullptr;
    for (const FileSocket &socket : sockets) {
        const PathLeads leads = pathOf(socket, info);
        if (leads == PathLeads::Here)
            return &socket;
        if (leads == PathLeads::Unknown && sockets.size() == 1)
            candidate = &socket;
    }
    return candidate;
}

/// Connections can outlive their listener.
Liveness stale(const BoundFile &file, const SocketTable &table)
{
    // A socket with this inode belongs to another file here, and so do its connections.
    if (!table.socketsAt(file).empty())
        return { .state = PipeState::Stale, .clients = 0 };
    const SocketTable::Unread unread = table.unreadAt(file);
    return { .state = PipeState::Stale,
             .clients = table.clientsAt(file),
             .unreadByServer = unread.byServer,
             .unreadByClient = unread.byClient };
}

Liveness unknown(UnknownReason reason) { return { .unknownReason = reason }; }

} // namespace

BoundFile boundFile(const FileInfo &info, const MountTable &mounts)
{
    const MountTable::Mount *mount = mounts.find(info.mountId);
    return { mount != nullptr ? mount->device : info.kernelDevice, static_cast<quint32>(info.file.id.inode) };
}

Liveness livenessOf(const FileSocket &socket, const SocketTable &table)
{
    Liveness liveness{
        .state = socket.state, .socketType = socket.type, .socketInode = socket.inode, .socketCookie = socket.cookie
    };
    if (!socket.hasUnseenClients) {
        const SocketTable::Unread unread = table.unreadAt(socket.file);
        liveness.clients = table.clientsAt(socket.file);
        liveness.unreadByServer = unread.byServer;
        liveness.unreadByClient = unread.byClient;
    }
    if (socket.state == PipeState::Listening && socket.type != SocketType::Datagram) {
        liveness.waiting = socket.waiting;
        liveness.backlog = socket.backlog;
    }
    return liveness;
}

int LivenessCheck::directoryOf(const DirectoryFile &file)
{
    if (!m_directoryFd.isValid() || m_directory != file.directory) {
        m_directory = file.directory;
        m_directoryFd = UniqueFd(::open(m_directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    }
    return m_directoryFd.get();
}

void LivenessCheck::endScan()
{
    m_probe.reset();
    m_directoryFd.reset();
    m_foundUnlistedSocket = false;
}

void LivenessCheck::forget(const FileIdentity &file)
{
    m_dead.erase(file);
    m_hidden.erase(file);
}

std::optional<Liveness>
LivenessCheck::fromTable(const DirectoryFile &file, const SocketTable &table, const MountTable &mounts) const
{
    if (m_dead.contains(file.info.file))
        return stale(boundFile(file.info, mounts), table);
    const FileSocket *socket = table.at(boundFile(file.info, mounts));
    if (socket == nullptr || sharesInodes(file.info, mounts))
        return {};
    return livenessOf(*socket, table);
}

BindingAnswer LivenessCheck::ask(const DirectoryFile &file, int descriptor)
{
    if (!m_probe)
        m_probe.emplace();
    const bool mayBeBinding = isYoung(file.info);
    const int directory = directoryOf(file);
    const BindingAnswer answer =
        mayBeBinding ? m_probe->askSettled(directory, descriptor) : m_probe->ask(directory, descriptor);
    if (answer.binding == Binding::None && !mayBeBinding && file.info.file.birthNanoseconds != 0)
        m_dead.insert(file.info.file);
    return answer;
}

Liveness
LivenessCheck::fromKernel(const DirectoryFile &file, int descriptor, const SocketTable &table, const MountTable &mounts)
{
    const BoundFile bound = boundFile(file.info, mounts);
    const auto sockets = table.socketsAt(bound);
    const BindingAnswer answer = ask(file, descriptor);
    switch (answer.binding) {
    case Binding::None:
        return stale(bound, table);
    case Binding::Unknown:
        return unknown(answer.reason);
    case Binding::Stream:
    case Binding::Datagram:
        break;
    }
    if (const FileSocket *socket = socketByPath(sockets, file.info)) {
        Liveness liveness = livenessOf(*socket, table);
        if (sockets.size() > 1)
            liveness.clients = liveness.unreadByServer = liveness.unreadByClient = {};
        return liveness;
    }
    if (!sockets.empty())
        return unknown(UnknownReason::SharedInode);
    if (answer.binding == Binding::Datagram)
        return { .state = PipeState::Listening, .socketType = SocketType::Datagram };
    m_foundUnlistedSocket = m_hidden.insert(file.info.file).second || m_foundUnlistedSocket;
    return unknown(UnknownReason::ServerHidden);
}

bool LivenessCheck::check(DirectoryFile &file, const SocketTable &table, const MountTable &mounts, Liveness &liveness)
{
    constexpr int maxAttempts = 4; // retries while the name leads to different files
    for (int look = 0; look < maxAttempts; ++look) {
        liveness = {};
        if (file.info.kind() != FileKind::Socket)
            return true;
        if (const auto known = fromTable(file, table, mounts)) {
            liveness = *known;
            return true;
        }
        const UniqueFd descriptor(
            ::openat(directoryOf(file), file.fileName.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
        if (!descriptor.isValid() && errno == ENOENT)
            return false;
        const auto info = descriptor.isValid() ? readFileInfo(descriptor.get(), {}) : failure(ErrorCode::AccessDenied);
        if (!info) {
            liveness = unknown(UnknownReason::NotPermitted);
            return true;
        }
        const bool isSame = info->file == file.info.file && info->kind() == FileKind::Socket;
        file.info = *info;
        if (!isSame)
            continue;
        liveness = fromKernel(file, descriptor.get(), table, mounts);
        if (liveness.state != PipeState::Stale)
            return true;
        // A server that ends deletes its file first: a stale file still has its name.
        const auto still = readFileInfo(directoryOf(file), file.fileName);
        if (!still && still.error().systemError == ENOENT)
            return false;
        if (!still || still->file == file.info.file)
            return true;
        file.info = *still;
    }
    liveness = unknown(UnknownReason::Replaced);
    return true;
}

} // namespace pipeglass::catalog
