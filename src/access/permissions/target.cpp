// SPDX-License-Identifier: MIT
#include "access/permissions/target.h"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::access {

namespace {

QByteArray absolute(const QByteArray &path)
{
    if (path.startsWith('/'))
        return path;
    char *here = ::get_current_dir_name();
    const QByteArray whole = QByteArray(here == nullptr ? "" : here) + '/' + path;
    std::free(here); // NOLINT(cppcoreguidelines-no-malloc): get_current_dir_name() allocates with malloc
    return whole;
}

/// connect(2) checks write permission with the effective ids and capabilities.
std::optional<bool> kernelGrants(int fd)
{
    if (::faccessat(fd, "", W_OK, AT_EACCESS | AT_EMPTY_PATH) == 0)
        return true;
    return errno == EACCES || errno == EPERM ? std::optional(false) : std::nullopt;
}

} // namespace

Server Server::of(const catalog::PipeEntry &entry)
{
    Server server{ entry.state, {} };
    for (const ProcessInfo &process : entry.server.value_or(QList<ProcessInfo>()))
        server.processes.push_back(process.pid);
    return server;
}

PipeFile PipeFile::of(const catalog::PipeEntry &entry)
{
    return { entry.path(), entry.file, entry.uid, Server::of(entry) };
}

Result<Target> readTarget(const QByteArray &path)
{
    Result<PathWalk> walk = walkPath(path);
    if (!walk)
        return failure(walk.error());
    Target target;
    target.path = absolute(path);
    target.directories = std::move(walk->directories);
    if (walk->stoppedBy == EACCES) {
        target.reached = false;
        return target;
    }
    if (!walk->end.isValid())
        return failure(pipeError(walk->stoppedBy == 0 ? EISDIR : walk->stoppedBy, path));
    const Result<AccessFacts> facts = readFacts(walk->end.get(), path);
    if (!facts)
        return failure(facts.error());
    if (facts->kind != AccessFacts::Kind::Socket)
        return failure(ErrorCode::NotASocket, path);
    target.facts = *facts;
    target.kernelGrants = kernelGrants(walk->end.get());
    return target;
}

Result<Target> readTarget(const PipeFile &pipe)
{
    Result<Target> target = readTarget(pipe.path);
    if (target && target->reached && (target->facts.file != pipe.file || target->facts.permissions.owner != pipe.owner))
        return failure(ErrorCode::Replaced, pipe.path);
    if (target)
        target->server = pipe.server;
    return target;
}

} // namespace pipeglass::access
