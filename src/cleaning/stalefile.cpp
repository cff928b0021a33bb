// SPDX-License-Identifier: MIT
#include "cleaning/stalefile.h"

#include "core/bytetext.h"
#include "core/fileaside.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeglass::cleaning {

namespace {

QByteArray pathOf(const StaleFile &stale)
{
    return stale.directory.endsWith('/') ? stale.directory + stale.leaf : stale.directory + '/' + stale.leaf;
}

/// The error of a system call with the whole path, and with words that fit deleting.
Error forDeleting(Error error, const QByteArray &path)
{
    error.subject = path;
    if (error.code == ErrorCode::PermissionDenied)
        error.code = ErrorCode::DeletionDenied;
    return error;
}

Status judge(const StaleFile &stale, const FileFacts &facts, const QByteArray &leaf, const StateCheck &stateOf)
{
    const QByteArray path = pathOf(stale);
    if (!S_ISSOCK(facts.mode))
        return failure(ErrorCode::NotASocket, path);
    if (facts.file != stale.file)
        return failure(ErrorCode::Replaced, path);
    switch (stateOf(stale.directory, leaf, stale.file)) {
    case catalog::PipeState::Stale:
        return {};
    case catalog::PipeState::Listening:
    case catalog::PipeState::Bound:
        return failure(ErrorCode::LeftAlive, path);
    default:
        return failure(ErrorCode::LeftUnknown, path);
    }
}

Result<UniqueFd> openDirectory(const StaleFile &stale)
{
    UniqueFd directory(::open(stale.directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isValid())
        return failure(forDeleting(systemError(errno, {}), pathOf(stale)));
    return directory;
}

Status look(const StaleFile &stale, int directory, const StateCheck &stateOf)
{
    const Result<UniqueFd> file = openLeaf(directory, stale.leaf);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    if (!facts)
        return failure(forDeleting(facts.error(), pathOf(stale)));
    return judge(stale, *facts, stale.leaf, stateOf);
}

} // namespace

StaleFile staleFile(const catalog::PipeEntry &entry) { return { entry.directory, entry.fileName, entry.file }; }

Status mayDeleteStale(const StaleFile &stale, const StateCheck &stateOf)
{
    const Result<UniqueFd> directory = openDirectory(stale);
    return directory ? look(stale, directory->get(), stateOf) : failure(directory.error());
}

Status deleteStale(const StaleFile &stale, const StateCheck &stateOf)
{
    const Result<UniqueFd> directory = openDirectory(stale);
    if (!directory)
        return failure(directory.error());
    // A first look, so that a name is not moved about for nothing: while it is aside, nobody finds it.
    if (Status good = look(stale, directory->get(), stateOf); !good)
        return good;
    Result<FileAside> aside = FileAside::take(directory->get(), stale.leaf);
    if (!aside)
        return failure(forDeleting(aside.error(), pathOf(stale)));
    Status result = judge(stale, aside->facts(), aside->leaf(), stateOf);
    if (result) {
        result = aside->remove();
        if (result)
            return result;
        result = failure(forDeleting(result.error(), pathOf(stale)));
    }
    if (!aside->putBack()) {
        Error error = result.error();
        error.detail = QStringLiteral("its name was taken meanwhile; what had it is now at \"%1\"")
                           .arg(escapedText(aside->leaf()));
        return failure(std::move(error));
    }
    return result;
}

} // namespace pipeglass::cleaning
