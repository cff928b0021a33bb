// SPDX-License-Identifier: MIT
#include "cleaning/reapers/cronscript.h"
#include "support/testmain.h"

namespace tst_cronscript {

using namespace pipeglass::cleaning;

QByteArray joined(const std::vector<CleanerCall> &calls)
{
    QByteArray text;
    for (const CleanerCall &call : calls) {
        text += QByteArray::number(call.line);
        for (const QByteArray &word : call.words)
            text += '|' + word;
        text += '\n';
    }
    return text;
}

class TestCronScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("calls");
        QTest::newRow("crontab") << QByteArray("# m h\n0 3 * * * root /usr/sbin/tmpwatch -umc 240 /tmp\n")
                                 << QByteArray("2|/usr/sbin/tmpwatch|-umc|240|/tmp\n");
        QTest::newRow("variable and continued")
            << QByteArray("#! /bin/sh\nflags=-umc\n/usr/sbin/tmpwatch \"$flags\" -x /tmp/.X11-unix \\\n"
                          "\t-X '/tmp/hsperfdata_*' 10d /tmp\n")
            << QByteArray("3|/usr/sbin/tmpwatch|-umc|-x|/tmp/.X11-unix|-X|/tmp/hsperfdata_*|10d|/tmp\n");
        QTest::newRow("behind other words") << QByteArray("nice -n10 tmpwatch 1d /a; tmpwatch 2d /b && tmpwatch 3d /c")
                                            << QByteArray("1|tmpwatch|1d|/a\n1|tmpwatch|2d|/b\n1|tmpwatch|3d|/c\n");
        QTest::newRow("tests for it") << QByteArray("[ -x /usr/sbin/tmpwatch ] || exit 0\n"
                                                    "if [ -x /usr/sbin/tmpwatch ]; then\n tmpwatch 1d /a\nfi\n")
                                      << QByteArray("3|tmpwatch|1d|/a\n");
        QTest::newRow("comments") << QByteArray("# tmpwatch 1d /tmp\n  # tmpwatch 2d /tmp\necho x#y tmpwatch\n")
                                  << QByteArray();
        QTest::newRow("quoted") << QByteArray("tmpwatch '1d' \"/a b\" c\\ d ''\n")
                                << QByteArray("1|tmpwatch|1d|/a b|c d|\n");
        QTest::newRow("splits what is not quoted") << QByteArray("o='-u  -m'\ntmpwatch $o \"$o\" 1d /tmp\n")
                                                   << QByteArray("2|tmpwatch|-u|-m|-u  -m|1d|/tmp\n");
        QTest::newRow("defaults") << QByteArray("A=${A:-7d}\nA=${A:-8d}\ntmpwatch ${A} ${B:-'/tmp/.'}\n")
                                  << QByteArray("3|tmpwatch|7d|/tmp/.\n");
        QTest::newRow("open ends") << QByteArray("tmpwatch 1d '/tmp") << QByteArray("1|tmpwatch|1d|/tmp\n");
        QTest::newRow("open backtick") << QByteArray("tmpwatch 1d /tmp `x") << QByteArray("1|tmpwatch|1d|/tmp\n");
        QTest::newRow("open brace") << QByteArray("tmpwatch 1d ${x") << QByteArray();
        QTest::newRow("backslash at the end") << QByteArray("tmpwatch 1d /tmp\\") << QByteArray("1|tmpwatch|1d|/tmp\n");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }

    void finds()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, calls);
        QCOMPARE(joined(CronScript(script).calls("tmpwatch")), calls);
    }

    void sources()
    {
        const auto source = [](const QByteArray &path) {
            return path == "/etc/a.conf" ? QByteArray("DIR=/one\n. /etc/a.conf\n") : QByteArray();
        };
        const CronScript script(
            "DIR=/zero\nif [ -s /etc/a.conf ]; then\n . /etc/a.conf\nfi\ntmpwatch 1d $DIR\n", source);
        QCOMPARE(joined(script.calls("tmpwatch")), QByteArray("5|tmpwatch|1d|/one\n"));
        QCOMPARE(script.variable("DIR"), QByteArray("/one"));
    }

    void takesAnything()
    {
        // No input may be read beyond its end: every prefix and suffix of a complete script.
        const QByteArray all(
            "a=\"$b${c:-'d'}\\\"\" `e $TMPREAPER_PROTECT_EXTRA` 'f\n' g\\\nh # i\n|&;()${${$ tmpwatch x y");
        for (qsizetype i = 0; i <= all.size(); ++i) {
            QVERIFY(CronScript(all.first(i)).calls("tmpwatch").size() <= 1);
            QVERIFY(CronScript(all.sliced(i)).calls("tmpwatch").size() <= 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestCronScript)

} // namespace tst_cronscript

#include "tst_cronscript.moc"
