// SPDX-License-Identifier: MIT
#include "cli/verb.h"
#include "support/framings.h"
#include "support/testmain.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace tst_manpage {

using namespace pipeglass::cli;
using pipeglass::framing::FramingPtr;
using pipeglass::test::framings;

QString contents(const char *path)
{
    QFile file(QString::fromUtf8(PIPEGLASS_SOURCE) + QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> flagsIn(QString text)
{
    text.replace(QLatin1String("\\-"), QLatin1String("-"));
    static const QRegularExpression flag(QStringLiteral("(?<![-\\w])--[a-z]+(?:-[a-z]+)*"));
    QSet<QString> found;
    for (auto match = flag.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    return found;
}

QSet<QString> flagsOfVerb(const Verb &verb)
{
    QSet<QString> flags;
    for (const Flag &flag : flagsOf(verb))
        flags += QString::fromUtf8(flag.name);
    return flags;
}

/// Each flag, and whether it takes a value.
QMap<QString, bool> flagsWithValues(const Verb &verb)
{
    QMap<QString, bool> flags;
    for (const Flag &flag : flagsOf(verb))
        flags.insert(QString::fromUtf8(flag.name), !flag.value.isEmpty());
    return flags;
}

/// The same from a script: `flag` captures a flag without its dashes, and something if it takes a value.
QMap<QString, bool> flagsWithValues(const QString &script, const QRegularExpression &flag)
{
    QMap<QString, bool> flags;
    for (auto match = flag.globalMatch(script); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        flags.insert(QStringLiteral("--") + one.captured(1), !one.captured(2).isEmpty());
    }
    return flags;
}

/// The man page's section of a verb.
QString section(const QString &page, const Verb &verb)
{
    const qsizetype start = page.indexOf(QStringLiteral("\n.SS ") + QString::fromUtf8(verb.name) + QLatin1Char('\n'));
    const qsizetype end = page.indexOf(QStringLiteral("\n.S"), start + 1);
    return start < 0 ? QString() : page.sliced(start, end - start);
}

/// Man page and completions have the same flags as the help.
class TestManPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFlagIsInItsVerbsSection()
    {
        const QString page = contents("/resources/man/pipeglass.1");
        for (const Verb &verb : allVerbs()) {
            const QString about = section(page, verb);
            QVERIFY2(!about.isEmpty(), verb.name.data());
            for (const Flag &flag : flagsOf(verb)) {
                const QString name = QString::fromUtf8(flag.name).replace(QLatin1Char('-'), QLatin1String("\\-"));
                const QString head = flag.value.isEmpty()
                    ? QStringLiteral(".TP\n.B %1\n").arg(name)
                    : QStringLiteral(".TP\n.BI %1 \" %2\"\n").arg(name, QString::fromUtf8(flag.value));
                QVERIFY2(about.contains(head), qPrintable(head));
            }
        }
    }

    void manPageHasNoUnknownFlag()
    {
        QSet<QString> known{ QStringLiteral("--version"), QStringLiteral("--help") };
        for (const Verb &verb : allVerbs())
            known += flagsOfVerb(verb);
        QCOMPARE(flagsIn(contents("/resources/man/pipeglass.1")), known);
    }

    void framingsAreEverywhere()
    {
        QStringList ids;
        for (const FramingPtr &framing : framings().all())
            ids += QString::fromLatin1(framing->id());
        const QString list = ids.join(QLatin1Char(' '));
        for (const char *file : { "pipeglass.bash", "_pipeglass", "pipeglass.fish" })
            QVERIFY2(contents(QByteArray("/resources/completions/").append(file).constData()).contains(list), file);
        QString page = contents("/resources/man/pipeglass.1");
        page.replace(QLatin1String("\\-"), QLatin1String("-"));
        for (const QString &id : ids) {
            const QRegularExpression word(QStringLiteral("\n\\.BR? %1( |\n)").arg(id));
            QVERIFY2(page.contains(word), qPrintable(id));
        }
    }

    void bashKnowsTheFlags()
    {
        const QString script = contents("/resources/completions/pipeglass.bash");
        for (const Verb &verb : allVerbs()) {
            const QRegularExpression line(
                QStringLiteral("^ *%1\\) words='(--[^']*)'").arg(QString::fromUtf8(verb.name)),
                QRegularExpression::MultilineOption);
            QCOMPARE(flagsIn(line.match(script).captured(1)), flagsOfVerb(verb));
        }
    }

    void zshKnowsTheFlags()
    {
        const QString script = contents("/resources/completions/_pipeglass");
        for (const Verb &verb : allVerbs()) {
            const QString name = QString::fromUtf8(verb.name);
            QVERIFY2(script.contains(QStringLiteral("        '%1:%2'\n").arg(name, verb.summary)), verb.name.data());
            const QRegularExpression block(
                QStringLiteral("^    %1\\)\n(.*?)^        ;;$").arg(name),
                QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
            const QString flags = block.match(script).captured(1);
            static const QRegularExpression flag(
                QStringLiteral("^ *'\\*?--([a-z-]+)\\[[^\\]]*\\](:?)"), QRegularExpression::MultilineOption);
            QCOMPARE(flagsWithValues(flags, flag), flagsWithValues(verb));
        }
    }

    void fishKnowsTheFlags()
    {
        const QString script = contents("/resources/completions/pipeglass.fish");
        for (const Verb &verb : allVerbs()) {
            const QString name = QString::fromUtf8(verb.name);
            const QString offer = QStringLiteral("-n __fish_use_subcommand -a %1 -d '%2'\n");
            QVERIFY2(script.contains(offer.arg(name, verb.summary)), verb.name.data());
            const QRegularExpression flag(
                QStringLiteral("^complete -c pipeglass -n '__fish_seen_subcommand_from %1' -l ([a-z-]+)( -[xr])?")
                    .arg(name),
                QRegularExpression::MultilineOption);
            QCOMPARE(flagsWithValues(script, flag), flagsWithValues(verb));
        }
    }
};

QTEST_GUILESS_MAIN(TestManPage)

} // namespace tst_manpage

#include "tst_manpage.moc"
