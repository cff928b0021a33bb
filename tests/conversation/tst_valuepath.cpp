// SPDX-License-Identifier: MIT
#include "conversation/valuepath.h"
#include "support/testmain.h"

namespace tst_valuepath {

using namespace pipeglass;
using conversation::ValuePath;

class TestValuePath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsValues_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value"); ///< null: none
        const auto row = [](const char *path, const QString &value) {
            QTest::newRow(path) << QString::fromLatin1(path) << value;
        };
        row("method", QStringLiteral("run"));
        row("json.method", QStringLiteral("run"));
        row("params[1].name", QStringLiteral("b"));
        row("json.params[0].name", QStringLiteral("a"));
        row("params", QStringLiteral("{2}"));
        row("id", QStringLiteral("7"));
        row("json", QStringLiteral("own"));
        row("json.json", QStringLiteral("own"));
        row("params[2].name", {});
        row("cbor.method", {});
        row("method.more", {});
    }

    void findsValues()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const decoding::DecoderRegistry decoders;
        const decoding::Decoding decoding =
            decoders.decode(R"({"id":7,"method":"run","params":[{"name":"a"},{"name":"b"}],"json":"own"})", {});
        const auto parsed = ValuePath::parse(path);
        QVERIFY(parsed);
        QCOMPARE(parsed->find(decoding).value_or(QString()), value);
    }

    void wrongPathsAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : { "", ".", "a.", ".a", "a..b", "a[", "a[]", "a[0]b", "a.[0]" })
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void wrongPathsAreRefused()
    {
        QFETCH(QString, path);
        QVERIFY(!ValuePath::parse(path));
    }
};

QTEST_GUILESS_MAIN(TestValuePath)

} // namespace tst_valuepath

#include "tst_valuepath.moc"
