// SPDX-License-Identifier: MIT
#include "catalog/stalefifo.h"

#include "catalog/processes/diagnosticsfiles.h"
#include "core/bytetext.h"
#include "core/fileaside.h"
#include "core/path.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeglass::catalog {

namespace {

Error forDeleting(Error error, const QByteArray &path)
{
    error.subject = path;
    if (error.code == ErrorCode::AccessDenied)
        error.code = ErrorCode::DeletionDenied;
    return error;
}

Status isStillThat(const KnownFile &fifo, const FileFacts &facts, const QByteArray &path)
{
    if (!S_ISFIFO(facts.mode))
        return failure(ErrorCode::NotASocket, path);
    return facts.file == fifo.file ? Status() : failure(ErrorCode::Replaced, path);
}

Status mayGo(const KnownFile &fifo, const QByteArray &path)
{
    if (!endpoints::diagnosticsOwner(fifo.leaf))
        return failure(ErrorCode::NotASocket, path);
    switch (diagnosticsOwnerState(fifo.leaf)) {
    case endpoints::OwnerState::Gone:
        return {};
    case endpoints::OwnerState::Running:
        return failure(ErrorCode::LeftAlive, path);
    case endpoints::OwnerState::Unknown:
        break;
    }
    return failure(ErrorCode::LeftUnknown, path);
}

} // namespace

Status deleteStaleFifo(const KnownFile &fifo, bool onlyLook)
{
    const QByteArray path = joinedPath(fifo.directory, fifo.leaf);
    const UniqueFd directory(::open(fifo.directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isValid())
        return failure(forDeleting(systemError(errno, {}), path));
    const Result<UniqueFd> file = openLeaf(directory.get(), fifo.leaf);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    Status outcome = facts ? isStillThat(fifo, *facts, path) : failure(forDeleting(facts.error(), path));
    if (outcome)
        outcome = mayGo(fifo, path);
    if (!outcome || onlyLook)
        return outcome;
    // A pid and start time never come again, so a process that has ended has ended for good; only the file under the
    // name may be another one by now.
    Result<FileAside> aside = FileAside::take(directory.get(), fifo.leaf);
    if (!aside)
        return failure(forDeleting(aside.error(), path));
    outcome = isStillThat(fifo, aside->facts(), path);
    if (outcome) {
        if (const Status removed = aside->remove(); !removed)
            outcome = failure(forDeleting(removed.error(), path));
    }
    if (!outcome && !aside->putBack()) {
        outcome.error().detail = QStringLiteral("its name was taken meanwhile; what had it is now at \"%1\"")
                                     .arg(escapedText(aside->leaf()));
    }
    return outcome;
}

} // namespace pipeglass::catalog
