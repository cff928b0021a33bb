// SPDX-License-Identifier: MIT
#include "capture/recordindex.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <limits>
#include <thread>

#include <malloc.h>

namespace tst_recordindex {

using namespace pipeglass::capture;

class TestRecordIndex : public QObject {
    Q_OBJECT

    static IndexEntry numbered(quint64 number)
    {
        IndexEntry entry;
        entry.time = static_cast<qint64>(number);
        entry.offset = static_cast<qint64>(number * 4);
        return entry;
    }

private Q_SLOTS:
    void keepsWhatWasAdded()
    {
        RecordIndex index;
        QCOMPARE(index.count(), 0U);
        constexpr quint64 many = 1'100'000; // more than one table
        for (quint64 number = 0; number < many; ++number)
            index.append(numbered(number));
        QCOMPARE(index.count(), many);
        for (quint64 number = 0; number < many; ++number) {
            QCOMPARE(index.at(number).time, static_cast<qint64>(number));
            QCOMPARE(index.at(number).offset, static_cast<qint64>(number * 4));
        }
    }

    /// Values at and over the limits of what is stored in short, in any mixture.
    void anyValues()
    {
        QRandomGenerator random(11);
        const auto anyOf = [&random](std::initializer_list<qint64> values) {
            return values.begin()[random.bounded(static_cast<int>(values.size()))];
        };
        std::vector<IndexEntry> entries;
        RecordIndex index;
        quint64 events = 0;
        for (int i = 0; i < 5000; ++i) {
            IndexEntry entry;
            constexpr qint64 base = 1'800'000'000'000'000'000;
            constexpr qint64 limit = qint64{ 1 } << 41U;
            entry.time = anyOf({ base, base + i, base + limit - 1, base + limit, base - limit, base - limit - 1,
                                 std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max() });
            entry.offset = anyOf(
                { 28, i * 4, (qint64{ 1 } << 30U) + 24, (qint64{ 1 } << 30U) + 28, (qint64{ 5 } << 47U) + 28, 6 });
            entry.payloadSize = static_cast<quint32>(anyOf({ 0, 100, 0x3FFFFF, 0x400000, 0xFFFFFFFF }));
            entry.framingSize = static_cast<quint32>(anyOf({ 0, 0, 4, 5, 2047, 2048, 0xFFFFFFFF }));
            entry.tagsSize = static_cast<quint16>(anyOf({ 40, 44, 48, 2088, 300, 0xFFFF }));
            entry.connection = static_cast<quint32>(anyOf({ 1, 2, 0xFFFF, 0x10000 }));
            entry.flags = static_cast<quint8>(anyOf({ 0, 0, 1, 4, 5, 8, 16 }));
            entry.code = static_cast<quint8>(anyOf({ 0, 3, 31, 32, 255 }));
            QCOMPARE(index.eventsBefore(index.count()), events);
            index.append(entry);
            entries.push_back(entry);
            events += (entry.flags & IndexEntry::Event) != 0 ? 1U : 0U;
        }
        events = 0;
        for (quint64 number = 0; number < entries.size(); ++number) {
            QVERIFY(index.at(number) == entries[number]);
            QCOMPARE(index.eventsBefore(number), events);
            events += (entries[number].flags & IndexEntry::Event) != 0 ? 1U : 0U;
        }
    }

    void memory_data()
    {
        QTest::addColumn<quint32>("payloadSize");
        QTest::addColumn<double>("bytes");
        QTest::newRow("usual") << quint32{ 200 } << 4.8;
        QTest::newRow("large") << quint32{ 5'000'000 } << 7.8;
    }

    void memory()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizer's allocator cannot be asked");
#else
        QFETCH(quint32, payloadSize);
        QFETCH(double, bytes);
        const auto inUse = [] {
            const struct mallinfo2 info = mallinfo2();
            return info.uordblks + info.hblkhd;
        };
        constexpr quint64 million = 1'000'000;
        const size_t before = inUse();
        const auto index = std::make_unique<RecordIndex>();
        for (quint64 number = 0; number < million; ++number) {
            IndexEntry entry = numbered(number * 10'000); // as one behind the other, 10 microseconds apart
            entry.offset = static_cast<qint64>(1000 + number * (88 + payloadSize));
            entry.payloadSize = payloadSize;
            entry.framingSize = 4;
            entry.tagsSize = 44;
            index->append(entry);
        }
        const double each = static_cast<double>(inUse() - before) / million;
        qInfo("%.3f bytes a record", each);
        QVERIFY(each < bytes);
#endif
    }

    void readWhileItGrows()
    {
        RecordIndex index;
        constexpr quint64 many = 300'000;
        std::atomic<quint64> wrong{ 0 };
        const auto read = [&] {
            for (quint64 count = 0; count < many; count = index.count()) {
                for (quint64 number : { count / 2, count - 1 }) {
                    if (count > 0 && index.at(number).offset != static_cast<qint64>(number * 4))
                        ++wrong;
                }
            }
        };
        std::thread one(read);
        std::thread two(read);
        for (quint64 number = 0; number < many; ++number)
            index.append(numbered(number));
        one.join();
        two.join();
        QCOMPARE(wrong.load(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestRecordIndex)

} // namespace tst_recordindex

#include "tst_recordindex.moc"
