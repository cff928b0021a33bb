// SPDX-License-Identifier: MIT
#include "filter/completion.h"
#include "filter/filter.h"
#include "support/testmain.h"

namespace tst_completion {

using namespace pipeglass;
using filter::completionAt;

class TestCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// "|" is the cursor.
    void offersWhatMayFollow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("replaced");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *text, const char *replaced, const char *words) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(replaced)
                                << QString::fromLatin1(words).split(u',', Qt::SkipEmptyParts);
        };
        row("le|", "le", "length");
        row("l|", "l", "length,latency");
        row("from |", "", "==,!=");
        row("from !|", "!", "!=");
        row("from == |", "", "client,server");
        row("from == s|", "s", "server");
        row("from == server |", "", "and,or");
        row("(from == server |", "", "and,or,)");
        row("(from == server) |", "", "and,or");
        row("malformed |", "", "and,or,==,!=");
        row("malformed and not d|", "d", "direction");
        row("text con|", "con", "contains");
        row("text contains |", "", "");
        row("text contains \"from == |\"", "", "");
        row("length > 5 an| from == server", "an", "and");
        row("event == half|", "half", "half-closed");
        row("hello|", "hello", "text contains \"hello\"");
        row("length from |", "", "");
        row("len|gth > 5", "length", "length");
    }

    void offersWhatMayFollow()
    {
        QFETCH(QString, text);
        QFETCH(const QString, replaced);
        QFETCH(const QStringList, words);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        const filter::Completion completion = completionAt(text, cursor);
        QCOMPARE(completion.words, words);
        QCOMPARE(text.mid(completion.start, completion.length), replaced);
    }

    /// Whatever is offered is accepted by the parser.
    void offersNothingWrong()
    {
        const QStringList starts{ QString(), QStringLiteral("not "), QStringLiteral("("),
                                  QStringLiteral("from == client and "), QStringLiteral("(malformed or ") };
        for (QString text : starts) {
            for (int step = 0; step < 40; ++step) {
                const filter::Completion completion = completionAt(text, text.size());
                const bool wantsValue = completion.words.isEmpty();
                const QString word =
                    wantsValue ? QStringLiteral("\"x\"") : completion.words.at(step % completion.words.size());
                text.replace(completion.start, completion.length, word);
                text += u' ';
                const auto parsed = filter::Filter::parse(text);
                const bool isAtEnd = !parsed && parsed.error().at >= text.size();
                QVERIFY2(parsed || isAtEnd || wantsValue, qPrintable(text));
                if (wantsValue && !parsed && !isAtEnd)
                    break; // a number is wanted
            }
        }
    }

    void marksTheWrongWord()
    {
        const QString text = QStringLiteral("from == clint and malformed");
        const auto parsed = filter::Filter::parse(text);
        QVERIFY(!parsed);
        QCOMPARE(text.mid(parsed.error().at, filter::problemLength(text, parsed.error().at)), QStringLiteral("clint"));
        QCOMPARE(filter::problemLength(text, text.size()), 0);
    }

    void quotesAreReadBack()
    {
        const QString text = QStringLiteral("a \"b\" \\ c");
        QVERIFY(filter::Filter::parse(QStringLiteral("text contains ") + filter::quoted(text)));
    }
};

QTEST_GUILESS_MAIN(TestCompletion)

} // namespace tst_completion

#include "tst_completion.moc"
