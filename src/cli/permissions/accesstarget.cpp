// SPDX-License-Identifier: MIT
#include "cli/permissions/accesstarget.h"

#include "catalog/entries/pipename.h"
#include "catalog/naming/abstractname.h"
#include "catalog/scanning/scanner.h"
#include "cli/pipes/linktext.h"
#include "core/path.h"

#include <algorithm>

namespace pipeglass::cli {

namespace {

/// The server of a file, from a scan.
access::Server serverOf(const catalog::ResolvedFile &file)
{
    catalog::Scanner scanner({ { directoryOf(file.path) }, catalog::Scope::All });
    const catalog::SnapshotPtr snapshot = scanner.scan();
    const auto found = std::find_if(snapshot->entries.begin(), snapshot->entries.end(), [&file](const auto &pipe) {
        return pipe->hasFile && pipe->file == file.file && pipe->fileName == leafOf(file.path);
    });
    return found == snapshot->entries.end() ? access::Server() : access::Server::of(**found);
}

access::Target targetWithoutFile(const catalog::PipeEntry &pipe)
{
    access::Target target;
    target.path = pipe.path();
    target.reached = false;
    target.server = access::Server::of(pipe);
    return target;
}

/// Whether an error means that the listed file was removed or replaced.
bool hasChangedSince(ErrorCode code)
{
    return code == ErrorCode::NoSuchPipe || code == ErrorCode::Replaced || code == ErrorCode::NotASocket;
}

} // namespace

std::optional<access::Target> abstractTarget(const QByteArray &name)
{
    if (!catalog::looksAbstract(name) || catalog::resolve(name))
        return {};
    const auto found = catalog::resolveAbstract(name);
    if (!found)
        return {};
    access::Target target;
    target.path = found->name;
    target.reached = false;
    const bool isOpen = found->isListening || found->type == SOCK_DGRAM;
    target.server.state = isOpen ? catalog::PipeState::Listening : catalog::PipeState::Bound;
    return target;
}

Result<access::Target> findTarget(const QByteArray &name, catalog::Links links, const Say &say)
{
    const Result<catalog::ResolvedFile> file = catalog::resolveAnywhere(name, links);
    if (file) {
        if (!file->link.isEmpty())
            say(linkSentence(file->link, file->path));
        if (file->kind != catalog::FileKind::Socket)
            return failure(ErrorCode::NotASocket, file->path);
        return access::readTarget(access::PipeFile{ file->path, file->file, file->uid, serverOf(*file) });
    }
    if (file.error().code != ErrorCode::PermissionDenied)
        return failure(file.error());
    const Result<QByteArray> path = catalog::pathForName(name);
    const Result<access::Target> target = path ? access::readTarget(*path) : failure(path.error());
    return target && !target->reached ? target : failure(file.error());
}

Result<access::Target> findTargetOrListener(const QByteArray &name, const Say &say)
{
    if (auto abstract = abstractTarget(name))
        return *std::move(abstract);
    Result<access::Target> target = findTarget(name, catalog::Links::Follow, say);
    if (target || target.error().code != ErrorCode::NoSuchPipe)
        return target;
    catalog::Scanner scanner({ {}, catalog::Scope::All });
    for (const catalog::PipeEntryPtr &pipe : scanner.scan()->entries) {
        if (!pipe->hasFile && (pipe->name() == name || pipe->fileName == name || pipe->path() == name))
            return targetWithoutFile(*pipe);
    }
    return target;
}

PipeAnswers answersFor(const catalog::Snapshot &snapshot, const access::Subject &subject)
{
    PipeAnswers all;
    for (const catalog::PipeEntryPtr &pipe : snapshot.entries) {
        if (pipe->kind != catalog::FileKind::Socket)
            continue;
        const Result<access::Target> target =
            pipe->hasFile ? access::readTarget(access::PipeFile::of(*pipe)) : targetWithoutFile(*pipe);
        if (target)
            all.answers.push_back({ pipe, access::judge(*target, subject) });
        else if (!hasChangedSince(target.error().code))
            all.problems.push_back(target.error());
    }
    return all;
}

} // namespace pipeglass::cli
