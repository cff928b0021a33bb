// SPDX-License-Identifier: MIT
#include "catalog/staleremoval.h"

#include "catalog/naming/catalogtext.h"
#include "catalog/processes/diagnosticsfiles.h"
#include "core/bytetext.h"
#include "core/path.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// Adds the whole path to the error of a system call, and maps its code to one for deleting.
Error forDeleting(Error error, const KnownFile &known)
{
    error.subject = known.path();
    if (error.code == ErrorCode::AccessDenied)
        error.code = ErrorCode::DeletionDenied;
    return error;
}

Status checkSameFile(const KnownFile &known, const FileFacts &facts)
{
    const bool isFifo = S_ISFIFO(facts.mode) && endpoints::diagnosticsOwner(known.leaf);
    if (known.kind == FileKind::Fifo ? !isFifo : !S_ISSOCK(facts.mode))
        return failure(ErrorCode::NotASocket, known.path());
    if (facts.file != known.file)
        return failure(ErrorCode::Replaced, known.path());
    return {};
}

/// The state of a debugger FIFO, by the process in its name.
BindingAnswer ownerOf(const QByteArray &leaf)
{
    switch (diagnosticsOwnerState(leaf)) {
    case endpoints::OwnerState::Gone:
        return { Binding::None, {} };
    case endpoints::OwnerState::Running:
        return { Binding::Stream, {} };
    case endpoints::OwnerState::Unknown:
        break;
    }
    return {};
}

UniqueFd openDirectoryOf(const KnownFile &known)
{
    return UniqueFd(::open(known.directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

/// Renames a file back that is not deleted, if possible; returns the reason.
Status putBack(FileAside &aside, Error why)
{
    if (!aside.putBack()) {
        why.detail =
            CatalogText::tr("its name was taken meanwhile; the file is now \"%1\"").arg(escapedText(aside.leaf()));
    }
    return failure(std::move(why));
}

} // namespace

QByteArray KnownFile::path() const { return joinedPath(directory, leaf); }

StaleRemoval::StaleRemoval(Mode mode, Ask ask)
    : m_mode(mode)
    , m_ask(std::move(ask))
{
}

BindingAnswer StaleRemoval::checkBinding(int directory, int file, const KnownFile &known)
{
    if (m_ask)
        return m_ask(directory, file);
    if (known.kind == FileKind::Socket)
        return m_probe.askSettled(directory, file);
    const BindingAnswer owner = ownerOf(known.leaf);
    const UnknownReason doubt = m_probe.unknownReasonOf(directory, file);
    return owner.binding == Binding::None && doubt != UnknownReason::None ? BindingAnswer{ Binding::Unknown, doubt }
                                                                          : owner;
}

Status StaleRemoval::checkDeletable(int directory, int file, const KnownFile &known)
{
    const BindingAnswer answer = checkBinding(directory, file, known);
    if (answer.binding == Binding::None)
        return {};
    if (answer.binding == Binding::Unknown)
        return failure(ErrorCode::LeftUnknown, known.path(), word(answer.reason));
    return failure(ErrorCode::LeftAlive, known.path());
}

Status StaleRemoval::remove(const KnownFile &known)
{
    const UniqueFd directory = openDirectoryOf(known);
    return directory.isValid() ? remove(directory.get(), known) : failure(forDeleting(systemError(errno, {}), known));
}

Status StaleRemoval::remove(int directory, const KnownFile &known)
{
    const Result<UniqueFd> file = openLeaf(directory, known.leaf);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    if (!facts)
        return failure(forDeleting(facts.error(), known));
    if (const Status same = checkSameFile(known, *facts); !same)
        return same;
    if (const Status may = checkDeletable(directory, file->get(), known); !may)
        return may;
    if (m_mode == OnlyCheck)
        return mayTakeLeaf(directory, known.leaf) ? Status() : failure(ErrorCode::DeletionDenied, known.path());
    Result<FileAside> aside = FileAside::take(directory, known.leaf);
    if (!aside)
        return failure(forDeleting(aside.error(), known));
    Status outcome = checkSameFile(known, aside->facts());
    // The process in a FIFO's name cannot return; a socket's name can be bound again.
    if (outcome && known.kind == FileKind::Socket)
        outcome = checkDeletable(directory, aside->descriptor(), known);
    if (outcome) {
        if (const Status removed = aside->remove(); !removed)
            outcome = failure(forDeleting(removed.error(), known));
    }
    return outcome ? outcome : putBack(*aside, outcome.error());
}

BindingAnswer bindingOf(const KnownFile &known)
{
    const UniqueFd directory = openDirectoryOf(known);
    const Result<UniqueFd> file = openLeaf(directory.get(), known.leaf);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    if (!facts || !checkSameFile(known, *facts))
        return { Binding::Unknown, UnknownReason::Replaced };
    BindProbe probe;
    return probe.askSettled(directory.get(), file->get());
}

} // namespace pipeglass::catalog
