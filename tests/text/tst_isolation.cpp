// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/isolation.h"

namespace tst_isolation {

class TestIsolation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isIsolated");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("Latin") << QStringLiteral("pipe_1") << false;
        QTest::newRow("Korean") << QStringLiteral("파이프") << false;
        QTest::newRow("Hebrew") << QStringLiteral("a \u05e9\u05e8\u05ea") << true;
        QTest::newRow("Arabic") << QStringLiteral("\u0634\u0631\u0643\u0629") << true;
        QTest::newRow("Arabic digits") << QStringLiteral("pipe_\u0661") << true;
        QTest::newRow("outside of the BMP") << QStringLiteral("\U00010900") << true;
    }

    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, isIsolated);
        QCOMPARE(pipeglass::text::isolated(name), isIsolated ? u'\u2068' + name + u'\u2069' : name);
    }
};

QTEST_GUILESS_MAIN(TestIsolation)

} // namespace tst_isolation

#include "tst_isolation.moc"
