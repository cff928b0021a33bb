// SPDX-License-Identifier: MIT
#include "catalog/naming/connectproblem.h"

#include "catalog/naming/catalogtext.h"
#include "catalog/naming/filemount.h"
#include "catalog/naming/resolve.h"
#include "catalog/scanning/scanner.h"
#include "core/bytetext.h"
#include "core/enumeration.h"
#include "core/path.h"

#include <QStringList>

#include <algorithm>

namespace pipeglass::catalog {

namespace {

/// Listeners that are bound under the pipe's path but have lost the name.
QString lostListeners(const PipeEntry &pipe, const PipeEntries &all)
{
    QStringList who;
    for (const PipeEntryPtr &other : all) {
        const bool isLost = other->state == PipeState::Orphaned || other->state == PipeState::TakenOver;
        if (!isLost || other->fileName != pipe.fileName || other->directory != pipe.directory)
            continue;
        if (!other->server || other->server->empty()) {
            who += CatalogText::tr("a process that is not visible");
            continue;
        }
        for (const ProcessInfo &process : *other->server)
            who += QStringLiteral("%1 (%2)").arg(escapedText(process.program), QString::number(process.pid));
    }
    who.removeDuplicates();
    return who.isEmpty() ? QString() : enumeration(who);
}

} // namespace

std::optional<Error> connectProblem(const PipeEntry &pipe, const PipeEntries &all, const QByteArray &deletedMountRoot)
{
    if (pipe.kind != FileKind::Socket || !pipe.hasFile)
        return {};
    const QByteArray path = pipe.path();
    switch (pipe.state) {
    case PipeState::Bound:
        return Error{ ErrorCode::NotListening, 0, path, {} };
    case PipeState::ShutDown:
        return Error{ ErrorCode::ListenerShutDown, 0, path, {} };
    case PipeState::Listening:
        // The kernel queues one client more than the backlog says.
        if (pipe.waiting && pipe.backlog && *pipe.waiting > *pipe.backlog)
            return Error{ ErrorCode::BacklogFull, 0, path,
                          CatalogText::tr("%n client(s)", nullptr, static_cast<int>(*pipe.waiting)) };
        return {};
    case PipeState::Orphaned:
    case PipeState::TakenOver:
        return {};
    case PipeState::Stale:
    case PipeState::Unknown:
        break;
    }
    if (pipe.unknownReason == UnknownReason::ForeignFileSystem || pipe.unknownReason == UnknownReason::Overlay)
        return Error{ ErrorCode::ServerElsewhere, 0, path, {} };
    if (!deletedMountRoot.isEmpty())
        return Error{ ErrorCode::FileMountReplaced, 0, path, escapedText(deletedMountRoot) };
    if (const QString who = lostListeners(pipe, all); !who.isEmpty())
        return Error{ ErrorCode::NameLost, 0, path, who };
    return pipe.state == PipeState::Stale ? std::optional(Error{ ErrorCode::NobodyListening, 0, path, {} })
                                          : std::nullopt;
}

Error explainedRefusal(const Error &error, const QByteArray &path, const FileIdentity &file)
{
    if (error.code != ErrorCode::NobodyListening && error.code != ErrorCode::TimedOut)
        return error;
    const auto held = resolve(path, Links::Keep);
    if (!held || held->file != file)
        return error;
    ScanOptions options;
    options.directories = { directoryOf(path) };
    options.scope = Scope::All;
    const SnapshotPtr all = Scanner(std::move(options)).scan();
    const auto row = std::find_if(all->entries.begin(), all->entries.end(), [&](const PipeEntryPtr &pipe) {
        return pipe->hasFile && pipe->file == file && pipe->fileName == leafOf(path);
    });
    if (row == all->entries.end())
        return error;
    auto problem = connectProblem(**row, all->entries, deletedMountRoot(held->fd.get(), path));
    if (!problem || (problem->code == ErrorCode::BacklogFull) != (error.code == ErrorCode::TimedOut))
        return error;
    problem->systemError = error.systemError;
    return *problem;
}

} // namespace pipeglass::catalog
