// SPDX-License-Identifier: MIT
#include "core/enumeration.h"
#include "support/testmain.h"

namespace tst_enumeration {

class TestEnumeration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words()
    {
        const auto text = [](const char *list) {
            return pipeglass::enumeration(QString::fromUtf8(list).split(u'|', Qt::SkipEmptyParts));
        };
        QCOMPARE(text(""), QString());
        QCOMPARE(text("a"), QStringLiteral("a"));
        QCOMPARE(text("a|b"), QStringLiteral("a and b"));
        QCOMPARE(text("a|b|c|d"), QStringLiteral("a, b, c and d"));
    }
};

QTEST_GUILESS_MAIN(TestEnumeration)

} // namespace tst_enumeration

#include "tst_enumeration.moc"
