// SPDX-License-Identifier: MIT
#include "cli/permissions/accesstext.h"

#include "cli/commandtext.h"
#include "cli/pipes/pipetable.h"
#include "core/bytetext.h"
#include "core/displaywidth.h"
#include "text/accesstext.h"
#include "text/sizetext.h"

#include <QStringList>

namespace pipeglass::cli {

namespace {

QString tableText(const access::WhoCanConnect &who)
{
    const QString can = who.hasListener() ? CommandText::tr("can connect") : CommandText::tr("has permission");
    const QString cannot = who.hasListener() ? CommandText::tr("cannot") : CommandText::tr("has none");
    qsizetype widest = 0;
    for (const access::TableRow &row : who.rows)
        widest = qMax(widest, displayWidth(words(row.who)));
    QString text;
    for (const access::TableRow &row : who.rows) {
        text += QLatin1String("  ") + padded(words(row.who), widest + 2) + (row.canConnect ? can : cannot)
            + QLatin1String(" (") + word(row.rule) + QLatin1String(")\n");
    }
    return text;
}

} // namespace

QString answerText(const access::Answer &answer)
{
    QString text = answer.sentence + QLatin1Char('\n');
    if (!answer.warning.isEmpty())
        text += answer.warning + QLatin1Char('\n');
    text += tableText(answer.who);
    if (answer.fixes.empty())
        return text;
    text += CommandText::tr("Possible fixes, the smallest change first:\n");
    for (const access::Fix &fix : answer.fixes) {
        text += CommandText::tr("  %1 (gains: %2").arg(fix.title, text::peopleText(fix.effect.gains));
        if (!fix.effect.loses.empty())
            text += CommandText::tr("; loses: %1").arg(text::peopleText(fix.effect.loses));
        text += QStringLiteral(")\n    ") + fix.command + QLatin1Char('\n');
    }
    return text;
}

QString accessTable(const std::vector<PipeAnswer> &answers)
{
    std::vector<std::vector<QString>> rows{ { CommandText::tr("NAME"), CommandText::tr("CONNECT"),
                                              CommandText::tr("PATH"), CommandText::tr("WHY") } };
    for (const PipeAnswer &one : answers)
        rows.push_back({ escapedText(one.pipe->name()),
                         one.answer.canConnect ? CommandText::tr("yes") : CommandText::tr("no"),
                         escapedText(one.pipe->path()), one.answer.sentence });
    return alignedTable(rows);
}

QString changeText(const ShownChange &change)
{
    QString text =
        CommandText::tr("before: %1\nafter:  %2\ngains:  %3\nloses:  %4\n")
            .arg(
                access::permissionWords(change.target.facts.permissions), access::permissionWords(change.after),
                text::peopleText(change.effect.gains), text::peopleText(change.effect.loses));
    for (const QString &note : change.notes)
        text += note + QLatin1Char('\n');
    if (!change.command.isEmpty())
        text += CommandText::tr("the same for sh: %1\n").arg(change.command);
    return text;
}

QString journalText(const access::ChangeEntry &entry)
{
    QString text = QStringLiteral("%1  %2  %3  %4 -> %5")
                       .arg(
                           QString::number(entry.id), isoText(entry.time), escapedText(entry.path),
                           access::permissionWords(entry.before), access::permissionWords(entry.after));
    if (entry.kept)
        text += QLatin1String("  ")
            + CommandText::tr("kept, applied again %n time(s)", nullptr, text::plural(entry.repeats));
    if (entry.undone)
        text += QLatin1String("  ") + CommandText::tr("undone");
    return text + QLatin1Char('\n');
}

} // namespace pipeglass::cli
