// SPDX-License-Identifier: MIT
#include "capture/format/pcapng.h"
#include "support/testmain.h"

namespace tst_pcapng {

using namespace pipeglass::capture;

class TestPcapng : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreLittleEndian()
    {
        QByteArray bytes;
        pcapng::appendU32(bytes, 0x0A0B0C0D);
        pcapng::appendU16(bytes, 0x0102);
        QCOMPARE(bytes, QByteArray("\x0d\x0c\x0b\x0a\x02\x01"));
        QCOMPARE(pcapng::u32At(bytes, 0), 0x0A0B0C0DU);
        QCOMPARE(pcapng::u16At(bytes, 4), quint16{ 0x0102 });
    }

    void optionsArePaddedAndFound()
    {
        QByteArray options;
        pcapng::appendOption(options, 1, "abcde");
        pcapng::appendOption(options, 2, "");
        pcapng::appendOption(options, 3, "four");
        pcapng::appendOption(options, 3, "second");
        pcapng::appendEndOfOptions(options);
        QCOMPARE(options.size(), 12 + 4 + 8 + 12 + 4);
        QCOMPARE(pcapng::findOption(options, 1)->toByteArray(), QByteArray("abcde"));
        QCOMPARE(pcapng::findOption(options, 2)->size(), 0);
        QCOMPARE(pcapng::findOption(options, 3)->toByteArray(), QByteArray("four"));
        QVERIFY(!pcapng::findOption(options, 4));
        QVERIFY(!pcapng::findOption(options, pcapng::endOfOptions));
    }

    /// A truncated list of options yields nothing outside of it.
    void invalidLengthEndsTheList()
    {
        QByteArray options;
        pcapng::appendOption(options, 1, "abcde");
        pcapng::appendOption(options, 3, "four");
        for (qsizetype size = 0; size <= options.size(); ++size) {
            const QByteArray part = options.first(size);
            QCOMPARE(pcapng::findOption(part, 1).has_value(), size >= 12);
            QCOMPARE(pcapng::findOption(part, 3).has_value(), size >= 20);
        }
        options[2] = '\xff';
        options[3] = '\xff';
        QVERIFY(!pcapng::findOption(options, 1));
        QVERIFY(!pcapng::findOption(options, 3));
    }

    void optionsBehindTheEndAreNotFound()
    {
        QByteArray options;
        pcapng::appendEndOfOptions(options);
        pcapng::appendOption(options, 1, "late");
        QVERIFY(!pcapng::findOption(options, 1));
    }

    void packets_data()
    {
        QTest::addColumn<QByteArray>("payload");
        for (int size = 0; size < 9; ++size)
            QTest::addRow("%d bytes", size) << QByteArray(size, 'p');
    }

    void packets()
    {
        QFETCH(QByteArray, payload);
        QByteArray options;
        pcapng::appendOption(options, pcapng::commentOption, "hello");
        pcapng::appendEndOfOptions(options);
        const quint64 time = 0x0102030405060708;
        const auto wrapping = pcapng::wrapPacket(7, time, "tags", payload.size(), options);
        const QByteArray block = wrapping.before + payload + wrapping.after;
        QCOMPARE(block.size() % 4, 0);
        const auto header = pcapng::packetHeader(block);
        QVERIFY(header.has_value());
        QCOMPARE(qsizetype{ header->blockSize }, block.size());
        QCOMPARE(pcapng::u32At(block, block.size() - 4), header->blockSize);
        QCOMPARE(header->interface, 7U);
        QCOMPARE(header->time, time);
        QCOMPARE(qsizetype{ header->capturedSize }, 4 + payload.size());
        QCOMPARE(block.mid(pcapng::packetHeaderSize, header->capturedSize), "tags" + payload);
        const QByteArrayView behind = QByteArrayView(block).sliced(header->optionsOffset());
        QCOMPARE(pcapng::findOption(behind, pcapng::commentOption)->toByteArray(), QByteArray("hello"));
    }

    void contradictingSizesAreNoPacket()
    {
        QByteArray options;
        pcapng::appendEndOfOptions(options);
        const auto wrapping = pcapng::wrapPacket(0, 0, "tags", 0, options);
        const QByteArray block = wrapping.before + wrapping.after;
        QVERIFY(!pcapng::packetHeader(block.first(pcapng::packetHeaderSize - 1)));
        QByteArray larger = block;
        larger[20] = '\x7f'; // captured size
        QVERIFY(!pcapng::packetHeader(larger));
        larger.replace(20, 4, "\xff\xff\xff\xff");
        QVERIFY(!pcapng::packetHeader(larger));
        QByteArray other = block;
        other[0] = '\x05';
        QVERIFY(!pcapng::packetHeader(other));
    }
};

QTEST_GUILESS_MAIN(TestPcapng)

} // namespace tst_pcapng

#include "tst_pcapng.moc"
