// SPDX-License-Identifier: MIT
#include "text/deletiontext.h"

#include "text/sizetext.h"
#include "text/words.h"

namespace pipeglass::text {

using cleaning::Cleaner;
using cleaning::Deletion;

namespace {

QString programOf(Cleaner cleaner)
{
    switch (cleaner) {
    case Cleaner::Tmpreaper:
        return QStringLiteral("tmpreaper");
    case Cleaner::Tmpwatch:
        return QStringLiteral("tmpwatch");
    case Cleaner::SystemdTmpfiles:
        break;
    }
    return QStringLiteral("systemd-tmpfiles");
}

/// "in 9 days"; one unit, because the time of a run is not exact.
QString whenText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (seconds <= 0)
        return Words::tr("at its next run");
    if (seconds < 2 * minute)
        return Words::tr("in a minute");
    if (seconds < 2 * hour)
        return Words::tr("in %n minute(s)", nullptr, static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return Words::tr("in %n hour(s)", nullptr, static_cast<int>(seconds / hour));
    return Words::tr("in %n day(s)", nullptr, plural(static_cast<quint64>(seconds / day)));
}

} // namespace

QString deletionSentence(const Deletion &deletion, bool isAlive)
{
    const QString program = programOf(deletion.cleaner);
    const QString when = whenText(deletion.inSeconds);
    if (!deletion.scheduled)
        return Words::tr("%1 would delete this file %2, but it is not scheduled on this machine.").arg(program, when);
    return (isAlive
                ? Words::tr("%1 will delete this file %2, although its server is running; clients cannot connect then.")
                : Words::tr("%1 will delete this file %2."))
        .arg(program, when);
}

} // namespace pipeglass::text
