// SPDX-License-Identifier: MIT
#include "access/subjects/processtext.h"
#include "support/testmain.h"

namespace tst_processtext {

using namespace pipeglass;
using namespace pipeglass::access;

class TestProcessText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void status()
    {
        const auto rights = parseStatus("Name:\tUid: 7\nState:\tS (sleeping)\nUid:\t1000\t1001\t1002\t1003\n"
                                        "Gid:\t10\t11\t12\t13\nGroups:\t20 30 \nCapInh:\t00\n"
                                        "CapEff:\t0000000000000002\n");
        QVERIFY(rights);
        QCOMPARE(rights->fsUid, uid_t{ 1003 });
        QCOMPARE(rights->effectiveUid, uid_t{ 1001 });
        QCOMPARE(rights->groups, (std::vector<gid_t>{ 13, 20, 30 }));
        QCOMPARE(rights->effectiveCapabilities, quint64{ 2 });
    }

    void statusWithoutGroups()
    {
        const auto rights = parseStatus("Uid:\t1\t1\t1\t1\nGid:\t1\t1\t1\t1\nGroups:\t \nCapEff:\tff\n");
        QVERIFY(rights);
        QCOMPARE(rights->groups, (std::vector<gid_t>{ 1 }));
    }

    void refusesOtherTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no groups line") << QByteArray("Uid:\t1\t1\t1\t1\nGid:\t1\t1\t1\t1\nCapEff:\tff\n");
        QTest::newRow("three uids") << QByteArray("Uid:\t1\t1\t1\nGid:\t1\t1\t1\t1\nGroups:\t\nCapEff:\tff\n");
        QTest::newRow("words") << QByteArray("Uid:\ta\tb\tc\td\nGid:\t1\t1\t1\t1\nGroups:\t\nCapEff:\tff\n");
        QTest::newRow("capabilities") << QByteArray("Uid:\t1\t1\t1\t1\nGid:\t1\t1\t1\t1\nGroups:\t\nCapEff:\txyz\n");
    }

    void refusesOtherTexts()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseStatus(text));
    }

    void idMap()
    {
        const auto map = parseIdMap("0 1000 1\n 1 100000 65536\n", IdColumn::Outside);
        QVERIFY(map);
        QVERIFY(map->contains(1000));
        QVERIFY(!map->contains(1001));
        QVERIFY(map->contains(100000));
        QVERIFY(map->contains(165535));
        QVERIFY(!map->contains(165536));
        const auto inside = parseIdMap("0 1000 1\n 1 100000 65536\n", IdColumn::Inside);
        QVERIFY(inside && inside->contains(65536) && !inside->contains(65537) && !inside->containsAll());
        QVERIFY(parseIdMap("0 0 4294967295\n", IdColumn::Inside)->containsAll());
        QVERIFY(!parseIdMap("one two\n", IdColumn::Inside));
    }

    void environment()
    {
        const QByteArray text = QByteArray("HOME=/root|TMPDIRX=/no|TMPDIR=/run/user/1|EMPTY=|").replace('|', '\0');
        QCOMPARE(environmentValue(text, "TMPDIR"), std::optional<QByteArray>("/run/user/1"));
        QCOMPARE(environmentValue(text, "EMPTY"), std::optional<QByteArray>(""));
        QVERIFY(!environmentValue(text, "TMP"));
    }
};

QTEST_GUILESS_MAIN(TestProcessText)

} // namespace tst_processtext

#include "tst_processtext.moc"
