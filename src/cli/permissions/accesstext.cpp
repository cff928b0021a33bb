// SPDX-License-Identifier: MIT
#include "cli/permissions/accesstext.h"

#include "cli/pipes/pipetable.h"
#include "core/accounts.h"
#include "core/bytetext.h"

#include <QStringList>

namespace pipeglass::cli {

namespace {

QString people(const std::vector<access::Principal> &list)
{
    return list.empty() ? QStringLiteral("nobody") : access::wordsOf(list).join(QLatin1String(", "));
}

QString tableText(const access::WhoCanConnect &who)
{
    const QLatin1String can(who.hasListener() ? "can connect" : "has permission");
    const QLatin1String cannot(who.hasListener() ? "cannot" : "has none");
    qsizetype widest = 0;
    for (const access::TableRow &row : who.rows)
        widest = qMax(widest, words(row.who).size());
    QString text;
    for (const access::TableRow &row : who.rows) {
        text += QLatin1String("  ") + words(row.who).leftJustified(widest + 2) + (row.canConnect ? can : cannot)
            + QLatin1String(" (") + word(row.rule) + QLatin1String(")\n");
    }
    return text;
}

} // namespace

QString permissionsText(const access::Permissions &permissions)
{
    QString text = QStringLiteral("%1 %2 %3")
                       .arg(permissions.mode.octal(), userName(permissions.owner), groupName(permissions.group));
    if (permissions.acl.isExtended())
        text += QLatin1Char(' ') + permissions.acl.text();
    return text;
}

QString answerText(const access::Answer &answer)
{
    QString text = answer.sentence + QLatin1Char('\n');
    if (!answer.warning.isEmpty())
        text += answer.warning + QLatin1Char('\n');
    text += tableText(answer.who);
    if (answer.fixes.empty())
        return text;
    text += QStringLiteral("What would help, the smallest change first:\n");
    for (const access::Fix &fix : answer.fixes) {
        text += QStringLiteral("  %1 (gains: %2").arg(fix.title, people(fix.effect.gains));
        if (!fix.effect.loses.empty())
            text += QStringLiteral("; loses: %1").arg(people(fix.effect.loses));
        text += QStringLiteral(")\n    ") + fix.command + QLatin1Char('\n');
    }
    return text;
}

QString accessTable(const std::vector<PipeAnswer> &answers)
{
    std::vector<std::vector<QString>> rows{ { QStringLiteral("NAME"), QStringLiteral("CONNECT"), QStringLiteral("PATH"),
                                              QStringLiteral("WHY") } };
    for (const PipeAnswer &one : answers)
        rows.push_back({ escapedText(one.pipe->name()), QLatin1String(one.answer.canConnect ? "yes" : "no"),
                         escapedText(one.pipe->path()), one.answer.sentence });
    return alignedTable(rows);
}

QString changeText(const ShownChange &change)
{
    QString text = QStringLiteral("before: %1\nafter:  %2\ngains:  %3\nloses:  %4\n")
                       .arg(
                           permissionsText(change.target.facts.permissions), permissionsText(change.after),
                           people(change.effect.gains), people(change.effect.loses));
    for (const QString &note : change.notes)
        text += note + QLatin1Char('\n');
    if (!change.command.isEmpty())
        text += QStringLiteral("the same for sh: %1\n").arg(change.command);
    return text;
}

QString journalText(const access::ChangeEntry &entry)
{
    QString text = QStringLiteral("%1  %2  %3  %4 -> %5")
                       .arg(
                           QString::number(entry.id), isoText(entry.time), escapedText(entry.path),
                           permissionsText(entry.before), permissionsText(entry.after));
    if (entry.kept)
        text += QStringLiteral("  kept, applied again %1 times").arg(entry.repeats);
    if (entry.undone)
        text += QStringLiteral("  undone");
    return text + QLatin1Char('\n');
}

} // namespace pipeglass::cli
