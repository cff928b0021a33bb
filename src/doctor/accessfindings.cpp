// SPDX-License-Identifier: MIT
#include "doctor/accessfindings.h"

#include "access/changes/shellcommand.h"
#include "access/permissions/grant.h"
#include "access/verdicts/evaluate.h"
#include "core/bytetext.h"
#include "core/path.h"

#include <algorithm>
#include <map>

namespace pipeglass::doctor {

using access::Acl;
using access::AclEntry;
using access::Permissions;
using access::Principal;
using access::PrincipalKind;
using access::Subject;
using catalog::Connection;
using catalog::PipeEntry;
using catalog::PipeState;

namespace {

bool maskWithholds(const Acl &acl, quint8 permissions)
{
    return (permissions & access::writeBit) != 0 && (*acl.mask & access::writeBit) == 0;
}

/// With an empty mask Linux ignores the ACL, and everybody named in it counts as others.
bool othersMayWrite(const Acl &acl) { return *acl.mask == 0 && (acl.other & access::writeBit) != 0; }

void addMask(const catalog::PipeEntryPtr &pipe, const Permissions &permissions, std::vector<Finding> &found)
{
    const Acl &acl = permissions.acl;
    if (!acl.isExtended() || othersMayWrite(acl))
        return;
    std::vector<Principal> silenced;
    for (const AclEntry &entry : acl.named) {
        if (maskWithholds(acl, entry.permissions))
            silenced.push_back(entry.who);
    }
    if (maskWithholds(acl, acl.group))
        silenced.push_back({ PrincipalKind::Group, permissions.group });
    if (silenced.empty())
        return;
    Permissions restored = permissions;
    access::restoreMask(restored);
    // chmod would do the same, but the remedy is to use setfacl.
    const QString path = escapedText(pipe->path());
    access::ShellCommand command;
    command.change(pipe->path(), permissions, restored);
    Finding finding{ FindingId::AclMask, Severity::Warning, pipe, pipe->name(), pipe->path() };
    finding.principals = std::move(silenced);
    finding.command = path.contains(QLatin1Char('\\'))
        ? command.text()
        : QStringLiteral("setfacl -m m::%1 -- %2").arg(access::rwxText(*restored.acl.mask), access::shellWord(path));
    found.push_back(std::move(finding));
}

bool mayConnect(const access::Target &target, const Subject &subject)
{
    return access::evaluate(target.directories, target.facts.permissions, subject).allowed;
}

/// The groups that the process lacks and that would suffice, each alone; all that it lacks if none does.
std::vector<gid_t> decisiveGroups(const access::Target &target, const LackingProcess &process)
{
    std::vector<gid_t> missing;
    std::vector<gid_t> decisive;
    for (const gid_t group : process.account.groups) {
        if (process.now.isIn(group))
            continue;
        missing.push_back(group);
        Subject with = process.now;
        with.groups.push_back(group);
        if (mayConnect(target, with))
            decisive.push_back(group);
    }
    return decisive.empty() ? missing : decisive;
}

/// One for each user: all their processes have the same remedy.
void addMissingGroups(const Facts &facts, size_t row, std::vector<Finding> &found)
{
    const catalog::PipeEntryPtr &pipe = facts.look.snapshot->entries[row];
    const access::Target &target = *facts.pipes[row].target;
    std::map<uid_t, Finding> byUser;
    for (const LackingProcess &one : facts.lacking) {
        if (mayConnect(target, one.now) || !mayConnect(target, one.account))
            continue;
        const auto [at, isNew] = byUser.try_emplace(
            one.process.uid, Finding{ FindingId::GroupMissing, Severity::Warning, pipe, pipe->name(), pipe->path() });
        at->second.processes.append(one.process);
        if (!isNew)
            continue;
        for (const gid_t group : decisiveGroups(target, one))
            at->second.principals.push_back({ PrincipalKind::Group, group });
    }
    for (auto &[user, finding] : byUser)
        found.push_back(std::move(finding));
}

bool isNamed(const QList<ProcessInfo> &processes, pid_t pid)
{
    return std::any_of(processes.begin(), processes.end(), [pid](const ProcessInfo &one) { return one.pid == pid; });
}

/// Whether the process serves the pipe of this row, or is or waits to be a client of it.
bool takesPart(const Facts &facts, size_t row, pid_t pid)
{
    const PipeEntry &pipe = *facts.look.snapshot->entries[row];
    if (isNamed(pipe.server.value_or(QList<ProcessInfo>()), pid))
        return true;
    const std::vector<Connection> &connections = facts.look.connections[row];
    return std::any_of(connections.begin(), connections.end(), [pid](const Connection &one) {
        return (one.client && one.client->pid == pid) || (one.server && one.server->pid == pid);
    });
}

/// The row of the pipe that the process means but does not find; nullopt: it finds or uses one of that name.
std::optional<size_t> meantPipe(const Facts &facts, const SeekingProcess &process, const SoughtPipe &sought)
{
    if (sought.isServed)
        return {};
    const QByteArrayView leaf = leafOf(sought.path);
    std::optional<size_t> meant;
    for (size_t row = 0; row < facts.look.snapshot->entries.size(); ++row) {
        const PipeEntry &pipe = *facts.look.snapshot->entries[row];
        if (pipe.fileName != leaf)
            continue;
        if (takesPart(facts, row, process.process.pid))
            return {};
        const FileId directory = facts.pipes[row].directory;
        const bool isElsewhere = directory != FileId() && directory != sought.directory;
        if (pipe.state != PipeState::Listening || !isElsewhere || !facts.pipes[row].target)
            continue;
        // A pipe that it may not connect to belongs to another user's programs.
        const access::Target &target = *facts.pipes[row].target;
        if (access::evaluateSocket(target.facts.permissions, process.subject).allowed && !meant)
            meant = row;
    }
    return meant;
}

} // namespace

void addAccessFindings(const Facts &facts, size_t row, std::vector<Finding> &found)
{
    const std::optional<access::Target> &target = facts.pipes[row].target;
    const catalog::PipeEntryPtr &pipe = facts.look.snapshot->entries[row];
    if (!target || !target->reached || pipe->state != PipeState::Listening)
        return;
    addMask(pipe, target->facts.permissions, found);
    addMissingGroups(facts, row, found);
}

void addDirectoryFindings(const Facts &facts, std::vector<Finding> &found)
{
    for (const SeekingProcess &process : facts.seeking) {
        for (const SoughtPipe &sought : process.pipes) {
            const std::optional<size_t> row = meantPipe(facts, process, sought);
            if (!row)
                continue;
            const catalog::PipeEntryPtr &pipe = facts.look.snapshot->entries[*row];
            Finding finding{ FindingId::OtherDirectory, Severity::Error, pipe, pipe->name(), pipe->path() };
            finding.processes = { process.process };
            finding.directory = directoryOf(sought.path);
            finding.namespaceLabel = sought.namespaceLabel;
            found.push_back(std::move(finding));
        }
    }
}

} // namespace pipeglass::doctor
