// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include "cli/commandtext.h"

namespace pipeglass::cli {

namespace {

constexpr qsizetype textColumn = 22;

QString entry(const QString &left, const QString &right)
{
    QString line = QStringLiteral("  ") + left;
    // A long left part gets its own line, so that the right parts are aligned.
    line += line.size() + 2 > textColumn ? QLatin1Char('\n') + QString(textColumn, QLatin1Char(' '))
                                         : QString(textColumn - line.size(), QLatin1Char(' '));
    return line + right + QLatin1Char('\n');
}

QString withValue(const Flag &flag)
{
    const QString name = QString::fromUtf8(flag.name);
    return flag.value.isEmpty() ? name : name + QLatin1Char(' ') + QString::fromUtf8(flag.value);
}

QString exitCodes()
{
    return QLatin1Char('\n')
        + CommandText::tr("Exit codes: 0 success, 1 failed, 2 usage, 3 no such pipe, 4 permission denied,\n"
                          "5 nobody listening, 6 timed out, 130 interrupted.\n");
}

QString flagsHead() { return QLatin1Char('\n') + CommandText::tr("Flags:") + QLatin1Char('\n'); }

} // namespace

QString programHelp()
{
    QString text = CommandText::tr("Usage: pipeglass VERB [ARGUMENT...]\n"
                                   "       pipeglass            open the window, if it is installed\n\n"
                                   "Shows and uses .NET named pipes on Linux.\n\nVerbs:\n");
    for (const Verb &verb : allVerbs())
        text += entry(QString::fromUtf8(verb.name), verb.summary);
    text += entry(QStringLiteral("help [VERB]"), CommandText::tr("this text, or the help of a verb"));
    text += flagsHead();
    text += entry(QStringLiteral("--help"), CommandText::tr("this text; after a verb, its help"));
    text += entry(QStringLiteral("--version"), CommandText::tr("print the version"));
    return text + exitCodes();
}

QString verbHelp(const Verb &verb)
{
    QString text = CommandText::tr("Usage: pipeglass %1 [FLAG...] %2")
                       .arg(QString::fromUtf8(verb.name), QString::fromUtf8(verb.operands))
                       .trimmed();
    text += QLatin1String("\n\n") + verb.description + flagsHead();
    for (const Flag &flag : flagsOf(verb))
        text += entry(withValue(flag), flag.help);
    return text + exitCodes();
}

QString versionText() { return QStringLiteral("pipeglass " PIPEGLASS_VERSION "\n"); }

} // namespace pipeglass::cli
