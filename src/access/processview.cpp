// SPDX-License-Identifier: MIT
#include "access/processview.h"

#include "access/procfile.h"
#include "core/path.h"

#include <QList>

#include <fcntl.h>

namespace pipeglass::access {

namespace {

void lookThroughItsRoot(ProcessView &view, pid_t pid, const Target &target)
{
    const QByteArray link = "/proc/" + QByteArray::number(pid) + "/root";
    const UniqueFd root(::open(link.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!root.isValid())
        return;
    Result<PathWalk> walk = walkPath(target.path, root.get());
    if (!walk)
        return;
    view.directories = std::move(walk->directories);
    if (!walk->end.isValid()) {
        view.seesTheFile = !target.reached;
        return;
    }
    const Result<FileFacts> facts = readFacts(walk->end.get(), target.path);
    view.seesTheFile = !target.reached || (facts && facts->file == target.facts.file);
}

std::optional<QByteArray> otherTemporaryDirectory(const Subject &subject, const Target &target)
{
    const auto environment = readProc(*subject.pid, "environ");
    if (!environment)
        return std::nullopt;
    // /proc shows the environment that a process was started with; of ours we know better.
    QByteArray theirs =
        subject.isMe ? qgetenv("TMPDIR") : environmentValue(*environment, "TMPDIR").value_or(QByteArray());
    while (theirs.size() > 1 && theirs.endsWith('/'))
        theirs.chop(1);
    if (theirs.isEmpty())
        theirs = "/tmp";
    const QByteArray pipes = directoryOf(target.path);
    return theirs == pipes ? std::nullopt : std::optional(theirs);
}

QByteArray confinement(pid_t pid)
{
    QByteArray profile = readProc(pid, "attr/current").value_or(QByteArray());
    profile = profile.split('\0').first().trimmed();
    return profile == "unconfined" || profile == "kernel" ? QByteArray() : profile;
}

} // namespace

ProcessView viewOf(const Subject &subject, const Target &target)
{
    ProcessView view;
    if (!subject.pid)
        return view;
    lookThroughItsRoot(view, *subject.pid, target);
    // A name that is no .NET name is dialled by its full path, whatever the temporary directory.
    if (leafOf(target.path).startsWith("CoreFxPipe_"))
        view.otherTemporaryDirectory = otherTemporaryDirectory(subject, target);
    if (subject.uid) {
        for (const gid_t group : accountOf(*subject.uid).groups) {
            if (!subject.isIn(group))
                view.missingGroups.push_back(group);
        }
    }
    view.confinedBy = confinement(*subject.pid);
    return view;
}

} // namespace pipeglass::access
