// SPDX-License-Identifier: MIT
#include "capture/format/pcapng.h"
#include "capture/samples.h"
#include "core/errortext.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <malloc.h>
#include <unistd.h>

namespace tst_recordingdamage {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

/// Truncated, damaged and malicious files.
class TestRecordingDamage : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;
    static constexpr qsizetype memoryFileSize = qsizetype{ 8 } << 20U;

    QByteArray m_good; ///< the bytes of a small recording
    std::vector<Record> m_records;
    std::vector<qint64> m_ends; ///< the size of the file after each of them
    qint64 m_firstEnd = 0; ///< the size of the section header

    /// Reads `bytes` as a file; returns the number of records, -1 if it is not a recording.
    qint64 readAll(const QByteArray &bytes)
    {
        const QByteArray path = m_directory.filePath("damaged.pcapng");
        if (!writeFile(path, bytes))
            return -2;
        const auto recording = Recording::open(path);
        if (!recording)
            return recording.error().code == ErrorCode::NotARecording ? -1 : -3;
        const Recording &r = **recording;
        for (quint64 number = 0; number < r.count(); ++number) {
            const RecordSummary summary = r.summary(number);
            const auto record = r.read(number);
            const auto start = r.payloadStart(number, 20);
            if (record && record->wire.size() != summary.wireSize)
                return -4;
            if (record && start && record->payload().size() >= start->size()
                && !record->payload().view().startsWith(*start))
                return -5;
            if (summary.isEvent)
                (void)r.event(number);
        }
        return static_cast<qint64>(r.count());
    }

    QString refusal(const QByteArray &bytes)
    {
        const QByteArray path = m_directory.filePath("refused.pcapng");
        if (!writeFile(path, bytes))
            return QStringLiteral("cannot write");
        const auto recording = Recording::open(path);
        return recording ? QStringLiteral("opened") : errorText(recording.error());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray path = m_directory.filePath("good.pcapng");
        const RecordingPtr recording = Recording::create(path).value();
        m_firstEnd = recording->sizeOnDisk();
        QRandomGenerator random(5);
        const ConnectionId one = recording->addConnection(sampleConnection()).value();
        ConnectionId two;
        for (int i = 0; i < 12; ++i) {
            if (i == 5)
                two = recording->addConnection(sampleConnection("/tmp/other")).value();
            if (i % 4 == 3) {
                m_records.push_back(sampleRecord(one, {}, Side::Client));
                QVERIFY(recording->append(note(one, m_records.back().time, QStringLiteral("note"))).has_value());
            } else {
                // A record whose head needs three packets.
                m_records.push_back(
                    i == 6 ? sampleRecord(two, randomBytes(random, 5000), Side::Client, 4500, 100)
                           : randomRecord(random, i > 6 ? two : one, 60));
                QVERIFY(recording->append(m_records.back()).has_value());
            }
            m_ends.push_back(recording->sizeOnDisk());
        }
        m_good = fileBytes(path);
        QCOMPARE(m_good.size(), m_ends.back());
    }

    /// Truncated at every byte: complete records are read, and at most the beginning of an incomplete one.
    void cutAnywhere()
    {
        const QByteArray path = m_directory.filePath("cut.pcapng");
        QVERIFY(writeFile(path, m_good));
        for (qint64 size = m_good.size(); size >= 0; --size) {
            QCOMPARE(::truncate(path.constData(), size), 0);
            const auto recording = Recording::open(path);
            if (size < m_firstEnd) {
                QCOMPARE(recording.error().code, ErrorCode::NotARecording);
                continue;
            }
            QVERIFY(recording.has_value());
            const auto whole = std::upper_bound(m_ends.begin(), m_ends.end(), size) - m_ends.begin();
            const quint64 count = (*recording)->count();
            QVERIFY(count == static_cast<quint64>(whole) || count == static_cast<quint64>(whole) + 1);
            for (quint64 number = 0; number < count; ++number) {
                const auto record = (*recording)->read(number);
                QVERIFY(record.has_value());
                if (number < static_cast<quint64>(whole)) {
                    QVERIFY(isSame(*record, m_records[number]));
                    continue;
                }
                QVERIFY(record->isMalformed() && (*recording)->isCutOff());
                QCOMPARE(record->headSize + record->tailSize, 0);
                QVERIFY(m_records[number].wire.view().startsWith(record->wire.view()));
                QCOMPARE((*recording)->payloadStart(number, 9).value(), record->wire.toByteArray().first(9));
            }
            const bool atRecordEnd = whole > 0 && m_ends[static_cast<size_t>(whole) - 1] == size;
            if (atRecordEnd)
                QVERIFY(!(*recording)->isCutOff());
        }
    }

    void mutated()
    {
        QRandomGenerator random(99);
        int opened = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = m_good;
            for (int change = random.bounded(1, 4); change > 0; --change) {
                const qsizetype at = random.bounded(static_cast<int>(bytes.size() - 4));
                switch (random.bounded(5)) {
                case 0:
                    bytes[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    bytes.replace(at & ~3, 4, random.bounded(2) == 0 ? "\xff\xff\xff\xff" : "\xfc\xff\xff\x7f");
                    break;
                case 2:
                    bytes.remove(at, random.bounded(1, 40));
                    break;
                case 3:
                    bytes.insert(at, randomBytes(random, random.bounded(1, 40)));
                    break;
                default:
                    bytes.replace(at & ~3, 4, QByteArray(4, '\0'));
                }
            }
            const qint64 count = readAll(bytes);
            QVERIFY2(count >= -1, QByteArray::number(count).constData());
            QVERIFY(count <= static_cast<qint64>(m_records.size()) + 1);
            opened += count >= 0;
        }
        QVERIFY(opened > 500);
    }

    /// A file of the smallest blocks, each of which adds something that is kept in memory.
    void memory_data()
    {
        QByteArray section;
        pcapng::appendU32(section, pcapng::byteOrderMagic);
        pcapng::appendU32(section, 1);
        section = pcapng::block(pcapng::sectionHeaderBlock, section.append(8, '\xff'));
        const QByteArray interface = pcapng::block(pcapng::interfaceBlock, QByteArray("\xfc\0\0\0\0\0\4\0", 8));
        const auto packet = [](const QByteArray &tags, quint32 time = 0) {
            QByteArray body(4, '\0');
            pcapng::appendU32(body, time);
            pcapng::appendU32(body, 0);
            pcapng::appendU32(body, static_cast<quint32>(tags.size()));
            pcapng::appendU32(body, static_cast<quint32>(tags.size()));
            return pcapng::block(pcapng::enhancedPacketBlock, body + tags);
        };
        const auto interfaceSize = static_cast<qsizetype>(pcapng::u32At(m_good, m_firstEnd + 4));
        const QByteArray ours = m_good.first(m_firstEnd + interfaceSize);
        const QByteArray end(4, '\0');
        const auto row = [](const char *name, const QByteArray &start, const auto &makeBlock) {
            QByteArray bytes = start;
            for (quint32 number = 0; bytes.size() < memoryFileSize; ++number)
                bytes += makeBlock(number);
            QTest::newRow(name) << bytes;
        };
        const auto always = [](const QByteArray &block) { return [block](quint32) { return block; }; };
        // What it says about an item: the first words of the head.
        const auto mark = [&](quint32 number, qsizetype noteSize) {
            QByteArray head = "item=" + QByteArray::number(number + 1) + " marked=1 note=" + QByteArray(noteSize, 'n');
            const auto size = static_cast<quint16>(head.size());
            head.append(pcapng::padded(size) - size, '\0');
            QByteArray tags("PG", 2);
            for (const quint16 one : { static_cast<quint16>(head.size() + 8), quint16{ 24U << 8U | 4U }, size })
                tags.append(static_cast<char>(one >> 8U)).append(static_cast<char>(one & 0xFFU));
            return packet(tags + end + head + end);
        };
        QTest::addColumn<QByteArray>("bytes");
        row("connections", section, always(interface));
        row("our connections", ours.first(m_firstEnd), always(ours.sliced(m_firstEnd)));
        row("packets", section + interface, always(packet(end)));
        row("packets at times far apart", section + interface, [&](quint32 number) { return packet(end, number % 7); });
        row("our packets", ours, always(packet(QByteArray("PG\0\10\0\0\0\0\0\0\0\0", 12) + end)));
        row("marks", ours, [&](quint32 number) { return mark(number, 0); });
        row("notes", ours, [&](quint32 number) { return mark(number, Mark::maxNoteSize); });
        row("long notes", ours, [&](quint32 number) { return mark(number, 2000); });
    }

    void memory()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizer's allocator cannot be asked");
#else
        QFETCH(QByteArray, bytes);
        const QByteArray path = m_directory.filePath("memory.pcapng");
        QVERIFY(writeFile(path, bytes));
        const auto inUse = [] {
            const struct mallinfo2 info = mallinfo2();
            return static_cast<qsizetype>(info.uordblks + info.hblkhd);
        };
        const qsizetype before = inUse();
        const RecordingPtr recording = Recording::open(path).value();
        const qsizetype used = inUse() - before;
        qInfo("%.2f of the size of the file", static_cast<double>(used) / static_cast<double>(bytes.size()));
        QVERIFY(recording->count() + recording->connections().size() + recording->markChanges() > 1000);
        QVERIFY(used < 2 * bytes.size());
#endif
    }

    void otherFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &bytes, const char *why) {
            QTest::newRow(name) << bytes << QString::fromLatin1(why);
        };
        row("empty", "", "it is empty");
        row("short", "\x0a\x0d\x0d\x0a", "it is too short");
        row("text", QByteArray("hello\n").repeated(20), "it is not a pcapng file");
        row("zeros", QByteArray(5000, '\0'), "it is not a pcapng file");
        QByteArray foreign;
        pcapng::appendU32(foreign, pcapng::byteOrderMagic);
        pcapng::appendU32(foreign, 1);
        foreign.append(8, '\xff');
        row("foreign", pcapng::block(pcapng::sectionHeaderBlock, foreign), "it was written by another program");
        QByteArray lying = foreign;
        pcapng::appendU16(lying, pcapng::commentOption);
        pcapng::appendU16(lying, 0xFFFF);
        row("lying option", pcapng::block(pcapng::sectionHeaderBlock, lying), "it was written by another program");
        QByteArray newer = foreign;
        pcapng::appendOption(newer, pcapng::commentOption, "Pipeglass recording 3");
        row("newer", pcapng::block(pcapng::sectionHeaderBlock, newer), "it was written by a newer version");
        QByteArray swapped = foreign;
        std::reverse(swapped.begin(), swapped.begin() + 4);
        row("big-endian", pcapng::block(pcapng::sectionHeaderBlock, swapped), "it has big-endian byte order");
        QByteArray huge = pcapng::block(pcapng::sectionHeaderBlock, foreign);
        huge.replace(4, 4, "\xfc\xff\xff\xff");
        row("huge", huge, "it was cut off in its first block");
    }

    void otherFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        QVERIFY2(refusal(bytes).contains(why), qPrintable(refusal(bytes)));
    }

    /// Blocks of other programs are skipped; a second section ends the recording.
    void foreignBlocks()
    {
        const QByteArray unknown = pcapng::block(0x0BAD, QByteArray(300'000, 'u'));
        const QByteArray statistics = pcapng::block(5, QByteArray(12, '\0'));
        QByteArray bytes = m_good;
        bytes.insert(m_ends[2], unknown + statistics);
        QCOMPARE(readAll(bytes + unknown), static_cast<qint64>(m_records.size()));
        QCOMPARE(readAll(m_good.first(m_ends[2]) + m_good), 3);
    }

    /// Invalid chains of packets: without an end, or without a beginning.
    void brokenChains()
    {
        const qint64 start = m_ends[5];
        const auto firstSize = static_cast<qint64>(pcapng::u32At(m_good, start + 4));
        const QByteArray first = m_good.mid(start, firstSize);
        const auto secondSize = static_cast<qint64>(pcapng::u32At(m_good, start + firstSize + 4));
        const QByteArray second = m_good.mid(start + firstSize, secondSize);
        const QByteArray before = m_good.first(start);
        QCOMPARE(readAll(before + first + second.repeated(500)), 7);
        QCOMPARE(readAll(before + second + first), 6);
        QCOMPARE(readAll(before + first + first), 7);
        QCOMPARE(readAll(before + first + m_good.sliced(m_ends[6])), 7);
    }

    void changedUnderneath()
    {
        const QByteArray path = m_directory.filePath("shrinking.pcapng");
        QVERIFY(writeFile(path, m_good));
        const RecordingPtr recording = Recording::open(path).value();
        QCOMPARE(::truncate(path.constData(), m_ends[3]), 0);
        QVERIFY(recording->read(2).has_value());
        QCOMPARE(recording->read(8).error().code, ErrorCode::NotARecording);
        QCOMPARE(recording->payloadStart(6, 100).error().code, ErrorCode::NotARecording);
        QVERIFY(QFile::resize(QString::fromLocal8Bit(path), 0));
        QVERIFY(QFile::resize(QString::fromLocal8Bit(path), m_good.size()));
        for (quint64 number = 0; number < recording->count(); ++number)
            QVERIFY(recording->summary(number).isEvent || !recording->read(number));
        QVERIFY(!recording->event(3));
    }
};

QTEST_GUILESS_MAIN(TestRecordingDamage)

} // namespace tst_recordingdamage

#include "tst_recordingdamage.moc"
