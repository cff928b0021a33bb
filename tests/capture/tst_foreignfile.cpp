// SPDX-License-Identifier: MIT
#include "capture/format/pcapng.h"
#include "capture/samples.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

namespace tst_foreignfile {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

/// Files of other programs with exported PDUs.
class TestForeignFile : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    static QByteArray section()
    {
        QByteArray body;
        pcapng::appendU32(body, pcapng::byteOrderMagic);
        pcapng::appendU16(body, 1);
        pcapng::appendU16(body, 0);
        body.append(8, '\xff');
        return pcapng::block(pcapng::sectionHeaderBlock, body);
    }
    static QByteArray interface(quint16 linkType, const QByteArray &name, std::optional<char> resolution = {})
    {
        QByteArray body;
        pcapng::appendU16(body, linkType);
        pcapng::appendU16(body, 0);
        pcapng::appendU32(body, 0);
        if (!name.isEmpty())
            pcapng::appendOption(body, pcapng::interfaceNameOption, name);
        if (resolution)
            pcapng::appendOption(body, pcapng::timeResolutionOption, QByteArray(1, *resolution));
        pcapng::appendEndOfOptions(body);
        return pcapng::block(pcapng::interfaceBlock, body);
    }
    static QByteArray packet(quint32 interface, quint64 time, const QByteArray &data, std::optional<quint32> flags = {})
    {
        QByteArray body;
        pcapng::appendU32(body, interface);
        pcapng::appendU32(body, static_cast<quint32>(time >> 32U));
        pcapng::appendU32(body, static_cast<quint32>(time));
        pcapng::appendU32(body, static_cast<quint32>(data.size()));
        pcapng::appendU32(body, static_cast<quint32>(data.size()));
        body += data + QByteArray(pcapng::padded(data.size()) - data.size(), '\0');
        if (flags) {
            QByteArray value;
            pcapng::appendU32(value, *flags);
            pcapng::appendOption(body, pcapng::packetFlagsOption, value);
        }
        pcapng::appendEndOfOptions(body);
        return pcapng::block(pcapng::enhancedPacketBlock, body);
    }
    /// Tags as Wireshark writes them: a dissector, perhaps a direction.
    static QByteArray exported(const QByteArray &payload, std::optional<char> direction = {})
    {
        QByteArray data("\0\x0c\0\x04http", 8);
        if (direction)
            data += QByteArray("\0\x23\0\x04\0\0\0", 7) + *direction;
        return data + QByteArray(4, '\0') + payload;
    }
    Result<RecordingPtr> open(const QByteArray &bytes)
    {
        const QByteArray path = m_directory.filePath("foreign.pcapng");
        return writeFile(path, bytes) ? Recording::open(path) : failure(ErrorCode::System);
    }

private Q_SLOTS:
    void packets()
    {
        const auto recording = open(
            section() + interface(1, "eth0") + interface(pcapng::linkTypeUpperPdu, "tls")
            + packet(0, 1, "an ethernet frame") + packet(1, 2'000'000, exported("first", 1))
            + packet(1, 3'000'001, exported("second", 0), pcapng::inbound)
            + packet(1, 4, exported("third"), pcapng::inbound) + packet(1, 5, exported("fourth"), pcapng::outbound)
            + packet(1, 6, exported("fifth")) + packet(1, 7, "no tags at all"));
        QVERIFY(recording.has_value());
        const Recording &r = **recording;
        QVERIFY(r.isForeign() && !r.isCutOff());
        QCOMPARE(r.count(), quint64(5));
        const std::pair<QByteArray, Side> expected[] = { { "first", Side::Server },
                                                         { "second", Side::Client },
                                                         { "third", Side::Server },
                                                         { "fourth", Side::Client },
                                                         { "fifth", Side::Client } };
        for (quint64 number = 0; number < 5; ++number) {
            const Record record = r.read(number).value();
            QVERIFY(record.wire.view() == expected[number].first);
            QVERIFY(record.from == expected[number].second);
            QCOMPARE(r.payloadStart(number, 3).value(), expected[number].first.first(3));
        }
        QCOMPARE(r.summary(1).time.unixNanoseconds, qint64(3'000'001'000)); // microseconds
        QCOMPARE(r.connections().size(), size_t(1));
        QCOMPARE(r.connections()[0].pipe, "tls");
        QCOMPARE(r.connections()[0].framing.client, "raw");
    }

    void times_data()
    {
        QTest::addColumn<char>("resolution");
        QTest::addColumn<quint64>("time");
        QTest::addColumn<qint64>("nanoseconds");
        QTest::newRow("milliseconds") << '\3' << quint64(1'764'000'000'123) << qint64(1'764'000'000'123'000'000);
        QTest::newRow("nanoseconds") << '\x09' << quint64(17) << qint64(17);
        QTest::newRow("picoseconds") << '\x0c' << quint64(17'999) << qint64(17);
        QTest::newRow("2^-10") << '\x8a' << quint64(1536) << qint64(1'500'000'000);
        QTest::newRow("2^-40") << '\xa8' << (quint64{ 3 } << 39U) << qint64(1'500'000'000);
        QTest::newRow("2^-0") << '\x80' << quint64(2) << qint64(2'000'000'000);
    }

    void times()
    {
        QFETCH(char, resolution);
        QFETCH(quint64, time);
        QFETCH(qint64, nanoseconds);
        const auto recording =
            open(section() + interface(pcapng::linkTypeUpperPdu, "a", resolution) + packet(0, time, exported("x")));
        QCOMPARE((*recording)->summary(0).time.unixNanoseconds, nanoseconds);
    }

    /// Files one behind the other: interfaces are those of the last section.
    void sections()
    {
        const QByteArray one = section() + interface(pcapng::linkTypeUpperPdu, "a") + packet(0, 1, exported("x"));
        const auto recording = open(one + one);
        QCOMPARE((*recording)->count(), quint64(2));
        QCOMPARE((*recording)->connections().size(), size_t(2));
    }

    void others()
    {
        const auto ethernet = open(section() + interface(1, "eth0") + packet(0, 1, "an ethernet frame"));
        QCOMPARE(ethernet.error().code, ErrorCode::NotARecording);
        QVERIFY(ethernet.error().detail.contains(QStringLiteral("252")));
    }
};

QTEST_GUILESS_MAIN(TestForeignFile)

} // namespace tst_foreignfile

#include "tst_foreignfile.moc"
