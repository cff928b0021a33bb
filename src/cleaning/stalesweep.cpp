// SPDX-License-Identifier: MIT
#include "cleaning/stalesweep.h"

#include "core/bytetext.h"
#include "core/path.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::cleaning {

namespace {

QByteArray pathOf(const StaleFile &stale) { return joinedPath(stale.directory, stale.leaf); }

/// The error of a system call with the whole path, and with words that fit deleting.
Error forDeleting(Error error, const StaleFile &stale)
{
    error.subject = pathOf(stale);
    if (error.code == ErrorCode::PermissionDenied)
        error.code = ErrorCode::DeletionDenied;
    return error;
}

Status isStillThat(const StaleFile &stale, const FileFacts &facts)
{
    if (!S_ISSOCK(facts.mode))
        return failure(ErrorCode::NotASocket, pathOf(stale));
    if (facts.file != stale.file)
        return failure(ErrorCode::Replaced, pathOf(stale));
    return {};
}

Status mayGo(const StaleFile &stale, catalog::PipeState state)
{
    switch (state) {
    case catalog::PipeState::Stale:
        return {};
    case catalog::PipeState::Listening:
    case catalog::PipeState::Bound:
        return failure(ErrorCode::LeftAlive, pathOf(stale));
    default:
        return failure(ErrorCode::LeftUnknown, pathOf(stale));
    }
}

/// The outcome of a file that stays, with its name back where that can be.
Status putBack(FileAside &aside, Error why)
{
    if (!aside.putBack()) {
        why.detail =
            QStringLiteral("its name was taken meanwhile; what had it is now at \"%1\"").arg(escapedText(aside.leaf()));
    }
    return failure(std::move(why));
}

/// Whether we may take a name out of this directory, for whoever does not try. In a sticky one it takes the owner.
bool mayTake(int directory, const QByteArray &leaf)
{
    struct stat there { };
    struct stat file { };
    if (::faccessat(directory, ".", W_OK | X_OK, AT_EACCESS) != 0 || ::fstat(directory, &there) != 0
        || ::fstatat(directory, leaf.constData(), &file, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    const uid_t self = ::geteuid();
    return (there.st_mode & S_ISVTX) == 0 || self == 0 || self == there.st_uid || self == file.st_uid;
}

} // namespace

StaleSweep::StaleSweep(std::vector<StaleFile> files, StateCheck statesOf, Mode mode)
    : m_files(std::move(files))
    , m_statesOf(std::move(statesOf))
    , m_mode(mode)
{
    m_outcomes.reserve(m_files.size());
    for (const StaleFile &stale : m_files)
        m_outcomes.push_back(failure(ErrorCode::Interrupted, pathOf(stale)));
}

Result<int> StaleSweep::directoryOf(const StaleFile &stale)
{
    UniqueFd &directory = m_directories[stale.directory];
    if (!directory.isValid())
        directory = UniqueFd(::open(stale.directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isValid())
        return failure(forDeleting(systemError(errno, {}), stale));
    return directory.get();
}

Status StaleSweep::look(const StaleFile &stale)
{
    const Result<int> directory = directoryOf(stale);
    if (!directory)
        return failure(directory.error());
    const Result<UniqueFd> file = openLeaf(*directory, stale.leaf);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    return facts ? isStillThat(stale, *facts) : failure(forDeleting(facts.error(), stale));
}

std::vector<size_t> StaleSweep::lookAtBatch(size_t end)
{
    std::vector<size_t> indices;
    std::vector<StaleFile> questions;
    for (size_t i = m_done; i < end; ++i) {
        m_outcomes[i] = look(m_files[i]);
        if (m_outcomes[i]) {
            indices.push_back(i);
            questions.push_back(m_files[i]);
        }
    }
    if (questions.empty())
        return indices;
    const std::vector<catalog::PipeState> states = m_statesOf(questions);
    for (size_t i = 0; i < indices.size(); ++i)
        m_outcomes[indices[i]] = mayGo(questions[i], states[i]);
    std::erase_if(indices, [this](size_t index) { return !m_outcomes[index]; });
    return indices;
}

std::vector<StaleSweep::Moved> StaleSweep::moveAside(const std::vector<size_t> &indices)
{
    std::vector<Moved> moved;
    moved.reserve(indices.size());
    for (const size_t index : indices) {
        const StaleFile &stale = m_files[index];
        Status &outcome = m_outcomes[index];
        // Others had their turn meanwhile. A living pipe that has the name by now is not to lose it for a moment even,
        // and from here to the move there are a few microseconds.
        outcome = look(stale);
        if (!outcome)
            continue;
        Result<FileAside> aside = FileAside::take(*directoryOf(stale), stale.leaf);
        outcome = aside ? isStillThat(stale, aside->facts()) : failure(forDeleting(aside.error(), stale));
        if (!aside)
            continue;
        if (outcome)
            moved.push_back({ index, *std::move(aside) });
        else
            outcome = putBack(*aside, outcome.error());
    }
    return moved;
}

void StaleSweep::deleteMoved(std::vector<Moved> moved)
{
    std::vector<StaleFile> questions;
    questions.reserve(moved.size());
    for (const Moved &one : moved)
        questions.push_back({ m_files[one.index].directory, one.aside.leaf(), m_files[one.index].file, true });
    const std::vector<catalog::PipeState> states = m_statesOf(questions);
    for (size_t i = 0; i < moved.size(); ++i) {
        const StaleFile &stale = m_files[moved[i].index];
        Status outcome = mayGo(stale, states[i]);
        if (outcome) {
            if (const Status removed = moved[i].aside.remove(); !removed)
                outcome = failure(forDeleting(removed.error(), stale));
        }
        m_outcomes[moved[i].index] = outcome ? outcome : putBack(moved[i].aside, outcome.error());
    }
}

void StaleSweep::step()
{
    const size_t end = std::min(m_files.size(), m_done + batchSize);
    const std::vector<size_t> dead = lookAtBatch(end);
    if (m_mode == OnlyLook) {
        for (const size_t index : dead) {
            const StaleFile &stale = m_files[index];
            if (!mayTake(*directoryOf(stale), stale.leaf))
                m_outcomes[index] = failure(ErrorCode::DeletionDenied, pathOf(stale));
        }
    } else {
        if (std::vector<Moved> moved = moveAside(dead); !moved.empty())
            deleteMoved(std::move(moved));
    }
    m_directories.clear();
    m_done = end;
}

} // namespace pipeglass::cleaning
