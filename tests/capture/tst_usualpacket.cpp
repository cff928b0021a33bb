// SPDX-License-Identifier: MIT
#include "capture/format/packettags.h"
#include "capture/format/pcapng.h"
#include "capture/format/usualpacket.h"
#include "capture/samples.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QtEndian>

namespace tst_usualpacket {

using namespace pipeglass;
using namespace pipeglass::test;

/// The packet blocks of a recording of these records.
std::vector<QByteArray> blocksOf(const std::vector<Record> &records)
{
    const PrivateDirectory directory;
    const QByteArray path = directory.filePath("blocks.pcapng");
    {
        const RecordingPtr recording = Recording::create(path).value();
        (void)recording->addConnection(sampleConnection());
        for (const Record &one : records)
            (void)recording->append(one);
    }
    const QByteArray bytes = fileBytes(path);
    std::vector<QByteArray> blocks;
    for (qsizetype at = 0; at + 12 <= bytes.size();) {
        const qsizetype size = pcapng::u32At(bytes, at + 4);
        if (pcapng::u32At(bytes, at) == pcapng::enhancedPacketBlock)
            blocks.push_back(bytes.sliced(at, size));
        at += size;
    }
    return blocks;
}

/// Whether the general functions find the same in it.
bool agrees(const UsualPacket &packet, QByteArrayView block)
{
    const auto header = pcapng::packetHeader(block);
    if (!header || block.size() < packet.blockSize)
        return false;
    const auto decoded = decodeTags(block.sliced(pcapng::packetHeaderSize, header->capturedSize));
    return decoded && header->blockSize == packet.blockSize
        && header->interface == packet.interface && header->time == packet.time && decoded->size == packet.tagsSize
        && decoded->tags.from == packet.from
        && decoded->tags.head.size() + decoded->tags.tail.size() == packet.framingSize
        && header->capturedSize - decoded->size == packet.payloadSize && !decoded->tags.event && !decoded->tags.isMark
        && decoded->tags.problem == FrameProblem::None && !decoded->tags.moreFollows && !decoded->tags.continued
        && pcapng::u32At(block, packet.blockSize - pcapng::blockTrailerSize) == packet.blockSize;
}

class TestUsualPacket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recognizesWholeMessages()
    {
        QRandomGenerator random(1);
        std::vector<Record> records;
        for (int i = 0; i < 300; ++i)
            records.push_back(randomRecord(random, ConnectionId{ 1 }, i % 3 == 0 ? 3000 : 40));
        const std::vector<QByteArray> blocks = blocksOf(records);
        QCOMPARE(blocks.size(), records.size());
        for (size_t i = 0; i < blocks.size(); ++i) {
            const auto packet = usualPacket(blocks[i] + "next");
            QCOMPARE(packet.has_value(), records[i].problem == FrameProblem::None);
            if (!packet)
                continue;
            QVERIFY(agrees(*packet, blocks[i]));
            QCOMPARE(packet->from, records[i].from);
            QCOMPARE(qsizetype{ packet->framingSize }, records[i].headSize + records[i].tailSize);
        }
    }

    void refusesParts()
    {
        const QByteArray block = blocksOf({ sampleRecord({ 1 }, "headpayload", Side::Client, 4) }).front();
        for (qsizetype size = 0; size < block.size(); ++size)
            QVERIFY(!usualPacket(block.first(size)));
        QVERIFY(usualPacket(block));
        // The packets of a large message.
        for (const QByteArray &one : blocksOf({ sampleRecord({ 1 }, QByteArray(600'000, 'x')) }))
            QVERIFY(!usualPacket(one));
    }

    /// Whatever is changed in a block: it is refused, or means the same to the general functions.
    void agreesOnDamagedBlocks()
    {
        QRandomGenerator random(2);
        const QByteArray good = blocksOf({ sampleRecord({ 1 }, "1234payload", Side::Server, 4, 1) }).front();
        int accepted = 0;
        for (int i = 0; i < 100'000; ++i) {
            QByteArray block = good;
            for (int changes = random.bounded(1, 4); changes > 0; --changes)
                block[random.bounded(static_cast<int>(block.size()))] = static_cast<char>(random.bounded(256));
            if (const auto packet = usualPacket(block)) {
                ++accepted;
                QVERIFY2(agrees(*packet, block), block.toHex().constData());
            }
        }
        QVERIFY(accepted > 1000); // payload, time
    }
};

QTEST_GUILESS_MAIN(TestUsualPacket)

} // namespace tst_usualpacket

#include "tst_usualpacket.moc"
