// SPDX-License-Identifier: MIT
#include "catalog/scanning/detachedlisteners.h"

#include "catalog/kernel/procfs.h"
#include "catalog/naming/spareleaf.h"
#include "catalog/staleremoval.h"
#include "core/path.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstddef>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// The path for a name that was passed to bind(); a relative name, or one through a descriptor, is resolved from the
/// holder's current directory.
QByteArray boundPath(const QByteArray &name, pid_t holder)
{
    const QByteArray process = "/proc/" + QByteArray::number(holder);
    QByteArray link;
    if (!name.startsWith('/'))
        link = process + "/cwd";
    else if (name.startsWith("/proc/self/fd/"))
        link = process + directoryOf(name).sliced(static_cast<qsizetype>(std::strlen("/proc/self")));
    else
        return name;
    std::array<char, PATH_MAX> target{};
    const ssize_t length = holder == 0 ? -1 : ::readlink(link.constData(), target.data(), target.size());
    if (length <= 0 || target.front() != '/')
        return {};
    const QByteArray directory(target.data(), length);
    const QByteArray rest = name.startsWith('/') ? leafOf(name).toByteArray() : name;
    return joinedPath(directory, rest);
}

void setUnknown(Liveness &liveness, UnknownReason reason)
{
    liveness.state = PipeState::Unknown;
    liveness.unknownReason = reason;
}

bool haveCommon(const QList<ProcessInfo> &a, const QList<ProcessInfo> &b)
{
    return std::any_of(a.begin(), a.end(), [&b](const ProcessInfo &one) {
        return std::any_of(b.begin(), b.end(), [&one](const ProcessInfo &other) { return other.pid == one.pid; });
    });
}

} // namespace

DetachedSearch::DetachedSearch(
    Scope scope, NameFilter filter, const MountTable &mounts, MountNamespaces &namespaces, InodeNames &names)
    : m_scope(scope)
    , m_filter(filter)
    , m_mounts(mounts)
    , m_namespaces(namespaces)
    , m_names(names)
{
}

std::optional<FileId> DetachedSearch::directoryId(const QByteArray &directory)
{
    const auto [known, isNew] = m_directoryIds.try_emplace(directory);
    struct stat status { };
    if (isNew && ::stat(directory.constData(), &status) == 0)
        known->second = FileId{ status.st_dev, status.st_ino };
    return known->second;
}

bool DetachedSearch::isListed(const QByteArray &directory)
{
    if (m_listedIds.empty()) {
        for (const QByteArray &listed : m_scope.listed) {
            if (const auto id = directoryId(listed))
                m_listedIds.push_back(*id);
        }
    }
    const auto id = directoryId(directory);
    return id && std::find(m_listedIds.begin(), m_listedIds.end(), *id) != m_listedIds.end();
}

bool DetachedSearch::isCandidate(const FileSocket &socket)
{
    const QByteArray &name = socket.name;
    const bool isListener = socket.state == PipeState::Listening || socket.state == PipeState::ShutDown;
    if (!isListener || name.isEmpty() || name.front() == '\0')
        return false;
    const QByteArray directory = directoryOf(name);
    if (!m_filter.mayMatch(leafOf(name), directory))
        return false;
    // An absolute path elsewhere; for a relative one the holder must be known first.
    const bool isElsewhere = name.startsWith('/') && !name.startsWith("/proc/") && !isListed(directory);
    return !m_scope.onlyListed || m_scope.otherNamespaces || !isElsewhere;
}

std::optional<DetachedSearch::Place> DetachedSearch::placeOf(const FileSocket &socket, pid_t holder)
{
    Place place;
    place.path = boundPath(socket.name, holder);
    if (place.path.isEmpty()) {
        // The directory is unknown, so it is not one of the requested ones.
        if (m_scope.onlyListed)
            return {};
        place.path = "./" + leafOf(socket.name).toByteArray();
        place.directory = ".";
        return place;
    }
    place.directory = directoryOf(place.path);
    place.view = holder == 0 ? nullptr : m_namespaces.of(holder, &place.isKnown);
    if (place.view != nullptr) {
        const QByteArray there = place.view->fromHere(place.directory);
        const auto id = directoryId(there);
        if (id && id == directoryId(place.directory)) {
            place.view = nullptr; // the same directory in both
        } else {
            place.directory = there;
            place.path = place.view->fromHere(place.path);
        }
    }
    if (place.view != nullptr && !m_scope.otherNamespaces)
        return {};
    if (m_scope.onlyListed && place.view == nullptr && !isListed(place.directory))
        return {};
    return place;
}

std::optional<DirectoryFile> DetachedSearch::findRenamed(const QByteArray &directory, const BoundFile &file)
{
    const UniqueFd fd = openDirectory(directory);
    if (!fd.isValid())
        return {};
    for (const QByteArray &name : m_names.of(fd.get(), file.inode)) {
        const auto info = readFileInfo(fd.get(), name);
        if (info && boundFile(*info, m_mounts) == file)
            return DirectoryFile{ directory, name, *info };
    }
    return {};
}

void DetachedSearch::classifyLost(
    DetachedListener &found, const FileSocket &socket, const FileSocket *other, const SocketHolders &holders)
{
    found.liveness.state = PipeState::Orphaned;
    if (other == nullptr)
        return;
    found.successorCookie = other->cookie;
    found.successorFile = other->file;
    const SocketHolders::Servers &ours = holders.servers(socket.cookie);
    SocketHolders::Servers theirs = holders.servers(other->cookie);
    if (!theirs) {
        for (const Holder &holder : findHolders({ other->inode }, 1).holders) {
            theirs = theirs.value_or(QList<ProcessInfo>());
            theirs->push_back({ holder.pid, {}, 0, {} });
        }
    }
    if (!ours && !theirs) {
        setUnknown(found.liveness, UnknownReason::HolderHidden);
        return;
    }
    // If only one of the two holders is visible, they are different processes.
    if (ours && theirs && haveCommon(*ours, *theirs))
        return;
    found.liveness.state = PipeState::TakenOver;
    if (theirs && !theirs->empty())
        found.takenOverBy = theirs->front().pid;
}

/// Checks whether the socket's path leads to it, or to another socket.
DetachedSearch::NameState DetachedSearch::findUnderOldName(
    DetachedListener &found, const FileSocket &socket, const Place &place, const SocketTableReader &sockets,
    const SocketHolders &holders)
{
    const auto info = readFileInfo(AT_FDCWD, place.path);
    const bool isSocket = info && info->kind() == FileKind::Socket;
    if (isSocket && boundFile(*info, m_mounts) == socket.file) {
        found.info = *info;
        return isListed(place.directory) ? NameState::Listed : NameState::Shown;
    }
    const FileSocket *other = isSocket ? sockets.table().at(boundFile(*info, m_mounts)) : nullptr;
    // A file that is in use but has no socket in the table was created after the table was read.
    const bool isInUse = isSocket && other == nullptr
        && bindingOf({ place.directory, leafOf(place.path).toByteArray(), info->file }).binding != Binding::None;
    if (isInUse)
        return NameState::Listed;
    classifyLost(found, socket, other, holders);
    if (!place.isKnown)
        setUnknown(found.liveness, UnknownReason::HolderHidden);
    return NameState::Lost;
}

/// Searches for a new name in the scanned directories and in the one where it was bound.
DetachedSearch::NameState
DetachedSearch::findUnderNewName(DetachedListener &found, const FileSocket &socket, const Place &place)
{
    std::vector<QByteArray> directories = m_scope.listed;
    directories.push_back(place.directory);
    for (const QByteArray &directory : directories) {
        const auto renamed = findRenamed(directory, socket.file);
        if (!renamed)
            continue;
        if (isListed(directory) && m_filter.matches(renamed->fileName, directory, FileKind::Socket))
            return NameState::Listed;
        found.liveness.state = PipeState::Listening;
        found.directory = directory;
        found.fileName = renamed->fileName;
        found.info = renamed->info;
        return NameState::Shown;
    }
    return NameState::Lost;
}

/// Whether the name leads to the socket in any holder's mount namespace: a passed socket can have several.
bool DetachedSearch::isReachedByAny(const SocketHolders::Servers &servers, const FileSocket &socket)
{
    return servers && std::any_of(servers->begin(), servers->end(), [&](const ProcessInfo &server) {
               const QByteArray path = boundPath(socket.name, server.pid);
               const MountNamespaces::View *view = m_namespaces.of(server.pid);
               const auto info = path.isEmpty() ? failure(ErrorCode::NoSuchFile)
                                                : readFileInfo(AT_FDCWD, view == nullptr ? path : view->fromHere(path));
               // By inode only: the device there is not always known.
               return info && info->kind() == FileKind::Socket
                   && static_cast<quint32>(info->file.id.inode) == socket.file.inode;
           });
}

std::optional<DetachedListener>
DetachedSearch::find(const FileSocket &socket, SocketTableReader &sockets, const SocketHolders &holders)
{
    const SocketHolders::Servers &servers = holders.servers(socket.cookie);
    const auto place = placeOf(socket, servers && !servers->empty() ? servers->front().pid : 0);
    if (!place)
        return {};
    DetachedListener found;
    found.liveness = livenessOf(socket, sockets.table());
    found.directory = place->directory;
    found.fileName = leafOf(place->path).toByteArray();
    found.file = socket.file;
    found.uid = socket.uid;
    if (place->view != nullptr)
        found.namespaceLabel = place->view->label;
    NameState state = findUnderOldName(found, socket, *place, sockets, holders);
    if (state == NameState::Lost && found.successorCookie != 0) {
        const auto renamed = findRenamed(place->directory, socket.file);
        found.isTapped = renamed && isSpareLeaf(renamed->fileName);
        if (found.isTapped)
            return found;
    }
    if (state == NameState::Lost && servers && servers->size() > 1 && isReachedByAny(servers, socket))
        return {};
    if (state == NameState::Lost && found.liveness.state == PipeState::Orphaned)
        state = findUnderNewName(found, socket, *place);
    // A server that ends deletes its file first, then closes the socket.
    const bool isShown = state == NameState::Shown || (state == NameState::Lost && sockets.stillExists(socket));
    return isShown ? std::optional(std::move(found)) : std::nullopt;
}

} // namespace pipeglass::catalog
