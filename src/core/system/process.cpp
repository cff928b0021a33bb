// SPDX-License-Identifier: MIT
#include "core/system/process.h"

#include "core/path.h"
#include "core/system/accounts.h"
#include "core/system/procfile.h"
#include "core/uniquefd.h"

#include <QList>

#include <array>
#include <climits>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass {

namespace {

QByteArrayView withoutSuffix(QByteArrayView text, QByteArrayView suffix)
{
    return text.endsWith(suffix) ? text.chopped(suffix.size()) : text;
}

} // namespace

QByteArray programName(QByteArrayView commandLine, QByteArrayView comm, QByteArrayView executable)
{
    const QByteArrayView file = leafOf(withoutSuffix(executable, " (deleted)"));
    // `dotnet app.dll` or `dotnet exec --flags app.dll`: use the name of the assembly.
    if (file == "dotnet" || (file.isEmpty() && comm == "dotnet")) {
        const QList<QByteArray> words = commandLine.toByteArray().split('\0');
        for (qsizetype i = 1; i < words.size(); ++i) {
            if (words[i].endsWith(".dll"))
                return withoutSuffix(leafOf(words[i]), ".dll").toByteArray();
        }
    }
    if (!file.isEmpty())
        return file.toByteArray();
    return comm.toByteArray();
}

ProcessInfo describeProcess(pid_t pid, uid_t uid)
{
    ProcessInfo info{ pid, {}, uid, userName(uid) };
    QByteArray comm = readProc(pid, "comm").value_or(QByteArray());
    if (comm.endsWith('\n'))
        comm.chop(1);
    info.program = programName(
        readProc(pid, "cmdline").value_or(QByteArray()), comm, readProcLink(pid, "exe").value_or(QByteArray()));
    return info;
}

ProcessInfo describeProcess(pid_t pid)
{
    const qint64 uid = processUid(pid);
    return describeProcess(pid, uid < 0 ? unknownUid : static_cast<uid_t>(uid));
}

qint64 processUid(pid_t pid)
{
    // The owner of /proc/PID would be root for a process that is not dumpable.
    return processUidFrom(readProc(pid, "status").value_or(QByteArray()));
}

qint64 processUidFrom(QByteArrayView status)
{
    // A program's name cannot contain a newline here: the kernel escapes it.
    constexpr QByteArrayView before("\nUid:");
    const qsizetype line = status.indexOf(before);
    if (line < 0)
        return -1;
    const QByteArrayView rest = status.sliced(line + before.size());
    const qsizetype end = rest.indexOf('\n');
    const QList<QByteArray> words = (end < 0 ? rest : rest.first(end)).toByteArray().split('\t');
    bool isNumber = false;
    const uint uid = words.value(2).toUInt(&isNumber);
    return isNumber ? qint64{ uid } : -1;
}

} // namespace pipeglass
