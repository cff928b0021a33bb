// SPDX-License-Identifier: MIT
#include "catalog/entries/pipeentries.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tst_pipeentries {

using namespace pipeglass::catalog;

PipeEntryPtr entry(int number)
{
    auto made = std::make_shared<PipeEntry>();
    made->fileName = QByteArray::number(number);
    return made;
}

class TestPipeEntries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLikeAVector_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : { 0, 1, 127, 128, 129, 1000 })
            QTest::addRow("%d", size) << size;
    }

    void readsLikeAVector()
    {
        QFETCH(int, size);
        std::vector<PipeEntryPtr> all;
        PipeEntries pushed;
        for (int i = 0; i < size; ++i) {
            all.push_back(entry(i));
            pushed.push_back(all.back());
        }
        const PipeEntries made(all);
        for (const PipeEntries &entries : { made, pushed }) {
            QCOMPARE(entries.size(), all.size());
            QCOMPARE(entries.empty(), all.empty());
            QVERIFY(std::equal(entries.begin(), entries.end(), all.begin(), all.end()));
            QVERIFY(std::vector<PipeEntryPtr>(entries) == all);
        }
    }

    void aCopyKeepsWhatItHad()
    {
        PipeEntries entries;
        for (int i = 0; i < 300; ++i)
            entries.push_back(entry(i));
        const PipeEntries before = entries;
        entries.replace(200, entry(-1));
        entries.push_back(entry(300));
        QCOMPARE(before[200]->fileName, QByteArray("200"));
        QCOMPARE(entries[200]->fileName, QByteArray("-1"));
        QCOMPARE(before.size(), size_t{ 300 });
        QCOMPARE(before.back()->fileName, QByteArray("299"));
        QCOMPARE(entries.back()->fileName, QByteArray("300"));
        QVERIFY(before[0] == entries[0]);
    }

    void insertsAndRemovesRowsAnywhere()
    {
        std::vector<PipeEntryPtr> plain;
        PipeEntries entries;
        QRandomGenerator random(7);
        for (int i = 0; i < 4000; ++i) {
            const auto size = static_cast<int>(plain.size());
            // Grows first, then shrinks to empty.
            const bool adds = size == 0 || random.bounded(4000) > i + 200;
            const auto at = static_cast<size_t>(random.bounded(adds ? size + 1 : size));
            if (adds) {
                plain.insert(plain.begin() + static_cast<ptrdiff_t>(at), entry(i));
                entries.insert(at, plain[at]);
            } else {
                plain.erase(plain.begin() + static_cast<ptrdiff_t>(at));
                entries.erase(at);
            }
            QCOMPARE(entries.size(), plain.size());
            if (i % 97 == 0 || plain.size() < 3)
                QVERIFY(std::equal(entries.begin(), entries.end(), plain.begin(), plain.end()));
        }
    }

    void findsAPlaceInTheOrder()
    {
        PipeEntries entries;
        QCOMPARE(entries.partitionPoint([](const PipeEntry &) { return true; }), size_t{ 0 });
        for (int i = 0; i < 1000; ++i)
            entries.push_back(entry(i));
        for (const int place : { 0, 1, 127, 128, 129, 500, 999, 1000 })
            QCOMPARE(
                entries.partitionPoint([place](const PipeEntry &one) { return one.fileName.toInt() < place; }),
                static_cast<size_t>(place));
    }
};

QTEST_GUILESS_MAIN(TestPipeEntries)

} // namespace tst_pipeentries

#include "tst_pipeentries.moc"
