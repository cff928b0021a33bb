// SPDX-License-Identifier: MIT
#include "framing/framingregistry.h"
#include "support/testmain.h"

#include <QSet>

namespace tst_framingregistry {

using namespace pipeglass;
using namespace pipeglass::framing;

class TestFramingRegistry : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;

private Q_SLOTS:
    void orderOfMenus()
    {
        QByteArrayList ids;
        for (const FramingPtr &framing : m_framings.all())
            ids += framing->id();
        QCOMPARE(
            ids,
            (QByteArrayList{ "int32le", "int32be", "uint32le", "uint32be", "uint16le", "uint16be", "int64le", "line",
                             "crlf", "nul", "raw" }));
    }

    void defaultIsInt32le() { QCOMPARE(m_framings.defaultFraming()->id(), QByteArray("int32le")); }

    void eachIsFoundByItsId()
    {
        for (const FramingPtr &framing : m_framings.all())
            QCOMPARE(m_framings.find(framing->id()), framing);
    }

    void othersAreNotFound()
    {
        QVERIFY(m_framings.find("") == nullptr);
        QVERIFY(m_framings.find("INT32LE") == nullptr);
        QVERIFY(m_framings.find("int32") == nullptr);
    }

    void eachHasWordsForPeople()
    {
        QSet<QString> titles;
        for (const FramingPtr &framing : m_framings.all()) {
            QVERIFY(!framing->title().isEmpty());
            QVERIFY(framing->title().size() <= 24);
            QVERIFY(framing->description().endsWith(QLatin1Char('.')));
            titles += framing->title();
        }
        QCOMPARE(static_cast<size_t>(titles.size()), m_framings.all().size());
    }
};

QTEST_GUILESS_MAIN(TestFramingRegistry)

} // namespace tst_framingregistry

#include "tst_framingregistry.moc"
