// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/tmpfilesfields.h"
#include "support/testmain.h"

namespace tst_tmpfilesfields {

using namespace pipeglass::cleaning;

class TestTmpfilesFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("cEscapes");
        QTest::addColumn<QByteArray>("fields"); // joined by '|'; "none" for an invalid line
        QTest::newRow("plain") << QByteArray("q /tmp 1777  root\troot 10d") << true
                               << QByteArray("q|/tmp|1777|root|root|10d");
        QTest::newRow("argument left") << QByteArray("f /a - - - - it's \"here") << true << QByteArray("f|/a|-|-|-|-");
        QTest::newRow("quotes") << QByteArray("x \"/a b\" '/c d'") << true << QByteArray("x|/a b|/c d");
        QTest::newRow("quote inside") << QByteArray("x /a\" \"b") << true << QByteArray("x|/a b");
        QTest::newRow("empty") << QByteArray("x \"\" y") << true << QByteArray("x||y");
        QTest::newRow("open quote") << QByteArray("x /a\"b") << true << QByteArray("none");
        QTest::newRow("escapes") << QByteArray("x /a\\x20b\\tc\\sd\\101") << true << QByteArray("x|/a b\tc dA");
        QTest::newRow("unicode") << QByteArray("x \\u00e9\\U0001f600") << true
                                 << QByteArray("x|\xc3\xa9\xf0\x9f\x98\x80");
        QTest::newRow("no escape") << QByteArray("x /a\\*b") << true << QByteArray("none");
        QTest::newRow("NUL") << QByteArray("x /a\\x00b") << true << QByteArray("none");
        QTest::newRow("short hex") << QByteArray("x /a\\x2") << true << QByteArray("none");
        QTest::newRow("signed hex") << QByteArray("x /a\\x+1") << true << QByteArray("none");
        QTest::newRow("high octal") << QByteArray("x /a\\777") << true << QByteArray("none");
        QTest::newRow("backslash at the end") << QByteArray("x /a\\") << true << QByteArray("none");
        QTest::newRow("old: only vanishes") << QByteArray("x /a\\x20\\*\\\\b") << false << QByteArray("x|/ax20*\\b");
        QTest::newRow("blank") << QByteArray("  \t ") << true << QByteArray();
    }

    void splits()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, cEscapes);
        QFETCH(QByteArray, fields);
        const std::optional<std::vector<QByteArray>> found = splitFields(line, 6, cEscapes);
        QByteArray joined("none");
        if (found) {
            joined.clear();
            for (const QByteArray &field : *found)
                joined += (joined.isEmpty() ? "" : "|") + field;
        }
        QCOMPARE(joined, fields);
    }

    void replacesSpecifiers()
    {
        const Specifiers specifiers{ { 't', "/run" }, { 'b', "b00t" }, { 'A', "" } };
        QCOMPARE(withSpecifiers("%t/x-%b-%%", specifiers), std::optional<QByteArray>("/run/x-b00t-%"));
        QCOMPARE(withSpecifiers("/a%A", specifiers), std::optional<QByteArray>("/a"));
        QCOMPARE(withSpecifiers("/a%", specifiers), std::optional<QByteArray>("/a%"));
        QCOMPARE(withSpecifiers("/a%1", specifiers), std::optional<QByteArray>("/a%1"));
        QCOMPARE(withSpecifiers("/a%q", specifiers), std::optional<QByteArray>());
    }
};

QTEST_GUILESS_MAIN(TestTmpfilesFields)

} // namespace tst_tmpfilesfields

#include "tst_tmpfilesfields.moc"
