// SPDX-License-Identifier: MIT
#include "child.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QRegularExpression>

namespace tst_language {

using namespace pipeglass;
using namespace pipeglass::test;

using Words = std::vector<QByteArray>;

bool isKorean(const QByteArray &text)
{
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    return QString::fromUtf8(text).contains(hangul);
}

/// The executable in another language: what programs read is the same, what people read is translated.
class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *variable : { "LC_ALL", "LC_MESSAGES" })
            qunsetenv(variable);
        qputenv("LANG", "ko_KR.UTF-8"); // whether or not the system has it
    }

    void dataIsTheSame_data()
    {
        QTest::addColumn<Words>("words");
        QTest::newRow("list") << Words{ "list", "--json" };
        QTest::newRow("table") << Words{ "list" };
        QTest::newRow("table with all columns")
            << Words{ "list", "--columns", "name,state,owner,group,mode,server,type,backlog,path" };
        QTest::newRow("show --json") << Words{ "show", "stale", "--json" };
        QTest::newRow("access") << Words{ "access", "live", "--json" };
        QTest::newRow("doctor") << Words{ "doctor", "stale", "--json" };
        QTest::newRow("explain") << Words{ "explain", "--json",
                                           "System.IO.IOException: Broken pipe\n at System.IO.Pipes.PipeStream" };
        QTest::newRow("clean") << Words{ "clean", "--dry-run", "--json", "live" };
        QTest::newRow("framings") << Words{ "framings", "--json" };
        QTest::newRow("processes") << Words{ "processes", "--json" };
        QTest::newRow("version") << Words{ "--version" };
        QTest::newRow("no such pipe") << Words{ "send", "nobody-has-this-name", "x", "--json" };
        QTest::newRow("nobody listens") << Words{ "send", "stale", "x", "--json" };
        QTest::newRow("unknown flag") << Words{ "list", "--dance", "--json" };
    }

    void dataIsTheSame()
    {
        QFETCH(Words, words);
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_stale")).reset();
        const TestServer live(directory.filePath("CoreFxPipe_live"));
        if (words.front() == "list" || words.front() == "doctor")
            words.insert(words.end(), { "--dir", directory.path() });
        qputenv("LANGUAGE", "en");
        Child english(words);
        const int code = english.finish();
        qputenv("LANGUAGE", "ko");
        Child korean(words);
        QCOMPARE(korean.finish(), code);
        if (words.front() == "processes")
            return; // those of the machine come and go
        QCOMPARE(korean.out, english.out);
        QVERIFY(!isKorean(korean.out));
    }

    void sentencesAreTranslated_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("help") << Words{ "--help" } << 0;
        QTest::newRow("help of a verb") << Words{ "help", "tap" } << 0;
        QTest::newRow("unknown flag") << Words{ "list", "--dance" } << 2;
        QTest::newRow("no such pipe") << Words{ "send", "nobody-has-this-name", "x" } << 3;
        QTest::newRow("nobody listens") << Words{ "send", "stale", "x" } << 5;
        QTest::newRow("access") << Words{ "access", "stale" } << 0;
        QTest::newRow("show") << Words{ "show", "stale" } << 0;
        QTest::newRow("doctor") << Words{ "doctor", "stale" } << 1;
        QTest::newRow("format file") << Words{ "decode", "/dev/null", "--framing", "@/dev/null" } << 2;
    }

    void sentencesAreTranslated()
    {
        QFETCH(Words, words);
        QFETCH(int, code);
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_stale")).reset();
        for (const char *language : { "en", "ko" }) {
            qputenv("LANGUAGE", language);
            Child child(words);
            QCOMPARE(child.finish(), code);
            QCOMPARE(isKorean(child.out + child.err), QByteArray(language) == "ko");
        }
    }
};

QTEST_GUILESS_MAIN(TestLanguage)

} // namespace tst_language

#include "tst_language.moc"
