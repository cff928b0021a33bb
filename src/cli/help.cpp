// SPDX-License-Identifier: MIT
#include "cli/help.h"

namespace pipeglass::cli {

namespace {

constexpr qsizetype textColumn = 22;

QString entry(const QString &left, const char *right)
{
    QString line = QStringLiteral("  ") + left;
    // A long left part gets its own line, so that the right parts are aligned.
    line += line.size() + 2 > textColumn ? QLatin1Char('\n') + QString(textColumn, QLatin1Char(' '))
                                         : QString(textColumn - line.size(), QLatin1Char(' '));
    return line + QString::fromUtf8(right) + QLatin1Char('\n');
}

QString withValue(const Flag &flag)
{
    const QString name = QString::fromUtf8(flag.name);
    return flag.value.isEmpty() ? name : name + QLatin1Char(' ') + QString::fromUtf8(flag.value);
}

const char *const exitCodes = "Exit codes: 0 success, 1 failed, 2 usage, 3 no such pipe, 4 permission denied,\n"
                              "5 nobody listening, 6 timed out, 130 interrupted.\n";

} // namespace

QString programHelp()
{
    QString text = QStringLiteral("Usage: pipeglass VERB [ARGUMENT...]\n"
                                  "       pipeglass            open the window, if it is installed\n\n"
                                  "Shows and uses .NET named pipes on Linux.\n\nVerbs:\n");
    for (const Verb &verb : allVerbs())
        text += entry(QString::fromUtf8(verb.name), verb.summary);
    text += entry(QStringLiteral("help [VERB]"), "this text, or the help of a verb");
    text += QStringLiteral("\nFlags:\n");
    text += entry(QStringLiteral("--help"), "this text; after a verb, its help");
    text += entry(QStringLiteral("--version"), "print the version");
    text += QLatin1Char('\n') + QString::fromUtf8(exitCodes);
    return text;
}

QString verbHelp(const Verb &verb)
{
    QString text = QStringLiteral("Usage: pipeglass ") + QString::fromUtf8(verb.name) + QStringLiteral(" [FLAG...]");
    if (!verb.operands.isEmpty())
        text += QLatin1Char(' ') + QString::fromUtf8(verb.operands);
    text += QStringLiteral("\n\n") + QString::fromUtf8(verb.description) + QStringLiteral("\nFlags:\n");
    for (const Flag &flag : flagsOf(verb))
        text += entry(withValue(flag), flag.help);
    text += QLatin1Char('\n') + QString::fromUtf8(exitCodes);
    return text;
}

QString versionText() { return QStringLiteral("pipeglass " PIPEGLASS_VERSION "\n"); }

} // namespace pipeglass::cli
