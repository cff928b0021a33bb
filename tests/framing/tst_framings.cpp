// SPDX-License-Identifier: MIT
#include "framing/framings.h"
#include "support/testmain.h"

#include <QSet>

namespace tst_framings {

using namespace pipeglass;
using namespace pipeglass::framing;

class TestFramings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orderOfMenus()
    {
        QByteArrayList ids;
        for (const FramingPtr &framing : allFramings())
            ids += framing->id();
        QCOMPARE(ids, (QByteArrayList{ "int32le", "line", "raw" }));
    }

    void defaultIsTheClassic() { QCOMPARE(defaultFraming()->id(), QByteArray("int32le")); }

    void eachIsFoundByItsId()
    {
        for (const FramingPtr &framing : allFramings())
            QCOMPARE(findFraming(framing->id()), framing);
    }

    void othersAreNotFound()
    {
        QVERIFY(findFraming("") == nullptr);
        QVERIFY(findFraming("INT32LE") == nullptr);
        QVERIFY(findFraming("int32") == nullptr);
    }

    void eachHasWordsForPeople()
    {
        QSet<QString> titles;
        for (const FramingPtr &framing : allFramings()) {
            QVERIFY(!framing->title().isEmpty());
            QVERIFY(framing->title().size() <= 20);
            QVERIFY(framing->description().endsWith(QLatin1Char('.')));
            titles += framing->title();
        }
        QCOMPARE(static_cast<size_t>(titles.size()), allFramings().size());
    }
};

QTEST_GUILESS_MAIN(TestFramings)

} // namespace tst_framings

#include "tst_framings.moc"
