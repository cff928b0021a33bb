// SPDX-License-Identifier: MIT
#include "capture/recordindex.h"
#include "support/testmain.h"

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
        entry.offset = static_cast<qint64>(number * 3);
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
            QCOMPARE(index.at(number).offset, static_cast<qint64>(number * 3));
        }
    }

    void entriesKeepTheirAddress()
    {
        RecordIndex index;
        index.append(numbered(0));
        const IndexEntry *first = &index.at(0);
        for (quint64 number = 1; number < 100'000; ++number)
            index.append(numbered(number));
        QVERIFY(first == &index.at(0));
    }

    void thirtyTwoBytesARecord()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizer's allocator cannot be asked");
#else
        const auto inUse = [] {
            const struct mallinfo2 info = mallinfo2();
            return info.uordblks + info.hblkhd;
        };
        constexpr quint64 million = 1'000'000;
        const size_t before = inUse();
        const auto index = std::make_unique<RecordIndex>();
        for (quint64 number = 0; number < million; ++number)
            index->append(numbered(number));
        const double each = static_cast<double>(inUse() - before) / million;
        qInfo("%.3f bytes a record", each);
        QVERIFY(each < 32.1); // plus the allocator's 16 bytes per 1024 records, and the tables
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
                    if (count > 0 && index.at(number).offset != static_cast<qint64>(number * 3))
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
