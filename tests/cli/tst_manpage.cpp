// SPDX-License-Identifier: MIT
#include "cli/verb.h"
#include "support/framings.h"
#include "support/testmain.h"

#include <QFile>
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

/// The man page's section of a verb.
QString section(const QString &page, const Verb &verb)
{
    const qsizetype start = page.indexOf(QStringLiteral("\n.SS ") + QString::fromUtf8(verb.name) + QLatin1Char('\n'));
    const qsizetype end = page.indexOf(QStringLiteral("\n.S"), start + 1);
    return start < 0 ? QString() : page.sliced(start, end - start);
}

/// The man page has the same flags as the help.
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
        // The last two are the beginnings of flags of protoc.
        QSet<QString> known{ QStringLiteral("--version"), QStringLiteral("--help"), QStringLiteral("--include"),
                             QStringLiteral("--descriptor") };
        for (const Verb &verb : allVerbs())
            known += flagsOfVerb(verb);
        QCOMPARE(flagsIn(contents("/resources/man/pipeglass.1")), known);
    }

    void everyFramingIsInTheManPage()
    {
        QStringList ids;
        for (const FramingPtr &framing : framings().all())
            ids += QString::fromLatin1(framing->id());
        QString page = contents("/resources/man/pipeglass.1");
        page.replace(QLatin1String("\\-"), QLatin1String("-"));
        for (const QString &id : ids) {
            const QRegularExpression word(QStringLiteral("\n\\.BR? %1( |\n)").arg(id));
            QVERIFY2(page.contains(word), qPrintable(id));
        }
    }
};

QTEST_GUILESS_MAIN(TestManPage)

} // namespace tst_manpage

#include "tst_manpage.moc"
