// SPDX-License-Identifier: MIT
#include "text/peertext.h"

#include "core/bytetext.h"
#include "text/words.h"

#include <QStringList>

#include <unistd.h>

namespace pipeglass::text {

namespace {

QString notVisible() { return Words::tr("(not visible)"); }

} // namespace

QString processText(const ProcessInfo &process)
{
    if (process.pid == 0)
        return Words::tr("unknown process");
    const QString number = QString::number(process.pid);
    return process.program.isEmpty() ? number : escapedText(process.program) + QLatin1Char(' ') + number;
}

QString processText(const std::optional<ProcessInfo> &process)
{
    return process ? processText(*process) : notVisible();
}

QString whyNotVisible()
{
    // Root may look into every process that its process namespace shows.
    return ::geteuid() == 0 ? Words::tr("in a container?") : Words::tr("of another user?");
}

QString processAndUserText(const ProcessInfo &process)
{
    return QStringLiteral("%1 (%2)").arg(processText(process), process.user);
}

QString processAndUserText(const std::optional<ProcessInfo> &process)
{
    return process ? processAndUserText(*process) : notVisible();
}

QString processesText(const QList<ProcessInfo> &processes, qsizetype most)
{
    QStringList words;
    for (const ProcessInfo &process : processes.first(qMin(most, processes.size())))
        words += processText(process);
    if (words.isEmpty())
        return notVisible();
    const QString all = words.join(QLatin1String(", "));
    const qsizetype more = processes.size() - words.size();
    return more == 0 ? all : Words::tr("%1 and %n more", nullptr, static_cast<int>(more)).arg(all);
}

QString peerText(ConnectionId connection, const ProcessInfo &peer)
{
    return QStringLiteral("#%1 %2").arg(QString::number(connection.value), processText(peer));
}

} // namespace pipeglass::text
