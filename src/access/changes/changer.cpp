// SPDX-License-Identifier: MIT
#include "access/changes/changer.h"

#include "access/accesstext.h"
#include "helper/change.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace pipeglass::access {

namespace {

helper::Request requestFor(const AccessFacts &facts, const Permissions &after)
{
    const Permissions &before = facts.permissions;
    helper::Request request{};
    request.magic = helper::requestMagic;
    request.device = facts.file.id.device;
    request.inode = facts.file.id.inode;
    request.birth = facts.file.birthNanoseconds;
    request.links = facts.links;
    request.owner = before.owner;
    request.group = before.group;
    request.mode = before.mode.bits();
    request.newOwner = after.owner;
    request.newGroup = after.group;
    request.newMode = after.mode.bits() & 0777U;
    request.what =
        (before.owner != after.owner ? helper::SetOwner : 0U) | (before.group != after.group ? helper::SetGroup : 0U);
    // Always set the permissions, so that the request is never empty and the result is as previewed.
    request.what |= helper::SetPermissions;
    if (after.acl.isExtended()) {
        constexpr qsizetype header = sizeof(quint32);
        const QByteArray bytes = after.acl.encode();
        request.entryCount =
            static_cast<quint32>((bytes.size() - header) / static_cast<qsizetype>(sizeof(helper::Entry)));
        const size_t size = std::min(sizeof(request.entries), static_cast<size_t>(bytes.size() - header));
        std::memcpy(request.entries.data(), bytes.constData() + header, size);
    }
    return request;
}

Error refusal(const helper::Answer &answer, const QByteArray &path)
{
    switch (answer.systemError) {
    case EPERM:
    case EACCES:
        return { ErrorCode::ChangeNotPermitted, answer.systemError, path, {} };
    case EROFS:
        return { ErrorCode::ReadOnlyFileSystem, answer.systemError, path, {} };
    case EOPNOTSUPP:
        return { ErrorCode::AclUnsupported, answer.systemError, path, {} };
    default:
        return { ErrorCode::System, answer.systemError, path, AccessText::tr("nothing was changed") };
    }
}

Status statusOf(const helper::Answer &answer, const QByteArray &path)
{
    switch (answer.outcome) {
    case helper::Outcome::Done:
        return {};
    case helper::Outcome::Replaced:
        return failure(ErrorCode::Replaced, path);
    case helper::Outcome::ChangedMeanwhile:
        return failure(ErrorCode::Replaced, path, AccessText::tr("the socket's mode or group was changed meanwhile"));
    case helper::Outcome::NotASocket:
        return failure(ErrorCode::NotASocket, path);
    case helper::Outcome::Failed:
        return failure(refusal(answer, path));
    case helper::Outcome::HalfDone:
        return failure(
            Error{ ErrorCode::System, answer.systemError, path,
                   AccessText::tr("the change was applied partly and could not be reverted: check its mode, owner and "
                                  "list") });
    default:
        return failure(ErrorCode::Unsupported, path, AccessText::tr("the change was refused; nothing was changed"));
    }
}

bool wantsMoreRights(const helper::Answer &answer)
{
    return answer.outcome == helper::Outcome::Failed && (answer.systemError == EPERM || answer.systemError == EACCES);
}

/// Opens the file by the same walk as readTarget().
Result<UniqueFd> openFile(const QByteArray &path)
{
    Result<PathWalk> walk = walkPath(path);
    if (!walk)
        return failure(walk.error());
    if (!walk->end.isValid())
        return failure(pipeError(walk->stoppedBy == 0 ? EISDIR : walk->stoppedBy, path));
    return std::move(walk->end);
}

/// The file at `path`, of any type.
Result<AccessFacts> factsAt(const QByteArray &path)
{
    const Result<UniqueFd> fd = openFile(path);
    return fd ? readFacts(fd->get(), path) : failure(fd.error());
}

} // namespace

Changer::Changer(Journal journal, HelperCommand helper)
    : m_journal(std::move(journal))
    , m_helper(std::move(helper))
{
}

/// True if the helper was used.
Result<bool> Changer::carryOut(const Target &target, const Permissions &after) const
{
    const Result<UniqueFd> fd = openFile(target.path);
    if (!fd)
        return failure(fd.error());
    const helper::Request request = requestFor(target.facts, after);
    if (request.entryCount > helper::maxEntries)
        return failure(ErrorCode::Unsupported, target.path, AccessText::tr("its access control list is too long"));
    const helper::Answer own = helper::perform(fd->get(), request);
    if (!wantsMoreRights(own) || m_helper.program.isEmpty()) {
        const Status status = statusOf(own, target.path);
        return status ? Result<bool>(false) : failure(status.error());
    }
    const Result<helper::Answer> answer = askHelper(m_helper, fd->get(), request, target.path);
    if (!answer)
        return failure(answer.error());
    const Status status = statusOf(*answer, target.path);
    return status ? Result<bool>(true) : failure(status.error());
}

Result<Change> Changer::apply(const Preview &preview, bool keep) const
{
    Change change{ 0, preview.target, preview.after, false };
    if (!preview.changesAnything() && !keep)
        return change;
    ChangeEntry entry;
    entry.time = wallTime();
    entry.path = preview.target.path;
    entry.file = preview.target.facts.file;
    entry.before = preview.target.facts.permissions;
    entry.after = preview.after;
    entry.kept = keep;
    const Result<quint32> id = m_journal.add(entry);
    if (!id)
        return failure(id.error());
    change.journalId = *id;
    const Result<bool> done = carryOut(preview.target, preview.after);
    if (done) {
        change.byHelper = *done;
        return change;
    }
    // If this fails, an undo would restore the current state, which is harmless.
    static_cast<void>(m_journal.markFailed(*id));
    return failure(done.error());
}

Result<Change> Changer::undo(quint32 journalId, LaterChanges later) const
{
    const Result<ChangeEntry> entry = m_journal.find(journalId);
    if (!entry)
        return failure(entry.error());
    const Result<AccessFacts> facts = factsAt(entry->path);
    if (!facts)
        return failure(facts.error());
    const uid_t owner = facts->permissions.owner;
    if (facts->kind != AccessFacts::Kind::Socket || facts->file != entry->file
        || (owner != entry->after.owner && owner != entry->before.owner))
        return failure(ErrorCode::Replaced, entry->path);
    const Permissions &now = facts->permissions;
    if (later == LaterChanges::Spare && now != entry->after && now != entry->before)
        return failure(ErrorCode::ChangedSince, entry->path, permissionWords(now));
    Result<Target> target = readTarget(PipeFile{ entry->path, entry->file, owner, {} });
    if (!target)
        return failure(target.error());
    const Result<bool> done = carryOut(*target, entry->before);
    if (!done)
        return failure(done.error());
    if (const Status marked = m_journal.markUndone(entry->id); !marked)
        return failure(marked.error());
    return Change{ entry->id, *target, entry->before, *done };
}

Status Changer::applyAgain(int fd, const QByteArray &path, const AccessFacts &now, const Permissions &after)
{
    return statusOf(helper::perform(fd, requestFor(now, after)), path);
}

} // namespace pipeglass::access
