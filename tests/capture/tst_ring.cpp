// SPDX-License-Identifier: MIT
#include "capture/keptrecordings.h"
#include "capture/samples.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QProcess>
#include <QStandardPaths>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_ring {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;
using RingUse = Recording::RingUse;

constexpr qint64 fileSize = 20'000;

class TestRing : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;
    QByteArray m_path;

    static qint64 sizeOf(const QByteArray &path)
    {
        struct stat status { };
        return ::stat(path.constData(), &status) == 0 ? status.st_size : -1;
    }
    static QByteArray payload(int number) { return QByteArray::number(number).rightJustified(100, ' '); }

private Q_SLOTS:
    void init() { m_path = m_directory.filePath(QByteArray("ring-") + QTest::currentTestFunction()); }

    void deletesTheOldest_data()
    {
        QTest::addColumn<int>("use");
        QTest::newRow("write only") << int(RingUse::WriteOnly);
        QTest::newRow("indexed") << int(RingUse::Indexed);
    }

    /// At every moment the files are within the limits, and each can be read alone.
    void deletesTheOldest()
    {
        QFETCH(int, use);
        m_path += QByteArray::number(use);
        const RecordingPtr ring = Recording::createRing(m_path, { 3, fileSize }, RingUse(use)).value();
        const ConnectionId idle = ring->addConnection(sampleConnection("/tmp/idle")).value();
        QVERIFY(ring->append(Event{ { 1 }, idle, EventKind::Connected }).has_value());
        const ConnectionId busy = ring->addConnection(sampleConnection("/tmp/busy")).value();
        constexpr int messages = 1'000;
        for (int i = 0; i < messages; ++i) {
            QCOMPARE(ring->append(sampleRecord(busy, payload(i))).value(), quint64(i) + 1);
            if (i % 50 != 0)
                continue;
            qint64 sum = 0;
            for (const QByteArray &one : recordingsIn(m_path))
                sum += sizeOf(one);
            QVERIFY(sum <= 3 * fileSize);
        }
        const std::vector<QByteArray> files = recordingsIn(m_path);
        QCOMPARE(files.size(), size_t(3));
        int expected = -1;
        for (const QByteArray &one : files) {
            const RecordingPtr alone = Recording::open(one).value();
            QVERIFY(!alone->isCutOff() && alone->count() > 50);
            QCOMPARE(alone->connections().size(), size_t(1)); // the idle one is not needed any more
            for (quint64 number = 0; number < alone->count(); ++number) {
                const int value = alone->read(number).value().wire.toByteArray().trimmed().toInt();
                QVERIFY(expected == -1 || value == expected);
                expected = value + 1;
            }
        }
        QCOMPARE(expected, messages);
        // As one recording, in which the connection of all files is one.
        const RecordingPtr whole = Recording::open(m_path).value();
        QCOMPARE(whole->connections().size(), size_t(1));
        QCOMPARE(whole->connections()[0].pipe, "/tmp/busy");
        QVERIFY(whole->read(whole->count() - 1).value().wire.view() == payload(messages - 1));
        QVERIFY(whole->hasWriter());
        if (RingUse(use) == RingUse::Indexed) {
            QCOMPARE(ring->read(1).error().code, ErrorCode::RecordDeleted);
            QVERIFY(ring->read(messages).value().wire.view() == payload(messages - 1));
            QCOMPARE(ring->summary(1).payloadSize, qsizetype(100));
        }
    }

    /// Files of an earlier ring in the same directory count, those of others are left alone.
    void anotherRun()
    {
        const auto record = [&](int messages) {
            const RecordingPtr ring = Recording::createRing(m_path, { 3, fileSize }).value();
            const ConnectionId connection = ring->addConnection(sampleConnection()).value();
            for (int i = 0; i < messages; ++i)
                QVERIFY(ring->append(sampleRecord(connection, payload(i))).has_value());
        };
        record(300);
        const QByteArray other = m_path + "/mine.pcapng";
        QVERIFY(Recording::create(other).has_value());
        record(1);
        const std::vector<QByteArray> files = recordingsIn(m_path);
        QCOMPARE(files.size(), size_t(4));
        QCOMPARE(files[0], other);
        // Two connections with the same number.
        QCOMPARE(Recording::open(m_path).value()->connections().size(), size_t(2));
        record(2'000);
        QCOMPARE(recordingsIn(m_path).size(), size_t(4));
        // A file that another ring records into is not deleted.
        const RecordingPtr first = Recording::createRing(m_path, { 2, fileSize }).value();
        const QByteArray inUse = recordingsIn(m_path).back();
        record(2'000);
        QVERIFY(sizeOf(inUse) >= 0);
    }

    void stopsAtTheLimit()
    {
        const RecordingPtr ring = Recording::createRing(m_path, { 2, fileSize }, RingUse::Indexed).value();
        ring->setDeletesOldest(false);
        const ConnectionId connection = ring->addConnection(sampleConnection()).value();
        Result<quint64> last = 0;
        for (int i = 0; last; ++i)
            last = ring->append(sampleRecord(connection, payload(i)));
        QCOMPARE(last.error().code, ErrorCode::RecordingFull);
        QVERIFY(!ring->canGrow());
        const quint64 count = ring->count();
        QVERIFY(count > 100 && ring->sizeOnDisk() <= 2 * fileSize);
        QVERIFY(ring->read(0).has_value());
        QVERIFY(ring->append(Event{ { 1 }, connection, EventKind::Lost }).has_value()); // what is missing can be said
        ring->setDeletesOldest(true);
        QVERIFY(ring->canGrow());
        QVERIFY(ring->append(sampleRecord(connection, payload(0))).has_value());
        QCOMPARE(ring->read(0).error().code, ErrorCode::RecordDeleted);
    }

    void largeMessage()
    {
        const RecordingPtr ring = Recording::createRing(m_path, { 2, fileSize }).value();
        const ConnectionId connection = ring->addConnection(sampleConnection()).value();
        const QByteArray large(100'000, 'x');
        QVERIFY(ring->append(sampleRecord(connection, "small")).has_value());
        QVERIFY(ring->append(sampleRecord(connection, large)).has_value());
        QVERIFY(Recording::open(recordingsIn(m_path).back()).value()->read(0).value().wire.view() == large);
        QVERIFY(ring->append(sampleRecord(connection, "small")).has_value());
        QCOMPARE(recordingsIn(m_path).size(), size_t(1)); // the large file alone is over the limit
        ring->discard();
        QVERIFY(sizeOf(m_path) < 0);
    }

    /// A directory is followed while its files come and go.
    void followed()
    {
        const RecordingPtr ring = Recording::createRing(m_path, { 3, fileSize }).value();
        const ConnectionId connection = ring->addConnection(sampleConnection()).value();
        const RecordingPtr reader = Recording::begin(m_path).value();
        int expected = 0;
        for (int i = 0; i < 1'000; ++i) {
            QVERIFY(ring->append(sampleRecord(connection, payload(i))).has_value());
            if (i % 30 != 0)
                continue;
            while (reader->readMore(5'000).value()) { }
            for (; static_cast<quint64>(expected) < reader->count(); ++expected)
                QVERIFY(reader->read(static_cast<quint64>(expected)).value().wire.view() == payload(expected));
            QCOMPARE(expected, i + 1);
        }
    }

    /// After a kill each file is readable up to the cut, also by Wireshark.
    void killed()
    {
        const bool hasTshark = !QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty();
        QRandomGenerator random(3);
        for (int round = 0; round < 5; ++round) {
            const QByteArray path = m_path + QByteArray::number(round);
            int report[2] = {};
            QCOMPARE(::pipe(report), 0);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                const auto ring = Recording::createRing(path, { 4, fileSize });
                const auto connection = ring ? (*ring)->addConnection(sampleConnection()) : failure(ring.error());
                for (int i = 0; connection && (*ring)->append(sampleRecord(*connection, payload(i))); ++i) {
                    if (::write(report[1], "x", 1) != 1)
                        break;
                }
                ::_exit(1);
            }
            ::close(report[1]);
            char byte = 0;
            for (int wanted = 500 + random.bounded(1'000); wanted > 0 && ::read(report[0], &byte, 1) == 1; --wanted) { }
            ::kill(child, SIGKILL);
            QCOMPARE(::waitpid(child, nullptr, 0), child);
            ::close(report[0]);
            const std::vector<QByteArray> files = recordingsIn(path);
            QVERIFY(files.size() >= 3);
            for (const QByteArray &one : files) {
                const RecordingPtr alone = Recording::open(one).value();
                QVERIFY(!alone->hasWriter());
                for (quint64 number = 0; number < alone->count(); ++number)
                    QVERIFY(alone->read(number).has_value());
                if (!hasTshark || round > 0)
                    continue;
                QProcess tshark;
                tshark.start(QStringLiteral("tshark"), { QStringLiteral("-r"), QString::fromLocal8Bit(one) });
                QVERIFY(tshark.waitForFinished(60'000));
                QCOMPARE(
                    quint64(tshark.readAllStandardOutput().count('\n')), alone->count() - (alone->isCutOff() ? 1 : 0));
            }
        }
    }

    void refusals()
    {
        QCOMPARE(Recording::createRing(m_directory.filePath("a/b"), { 2, 1 }).error().code, ErrorCode::NoSuchFile);
        QVERIFY(writeFile(m_path, "x"));
        QCOMPARE(Recording::createRing(m_path, { 2, 1 }).error().code, ErrorCode::FileExists);
        QCOMPARE(::mkdir(m_directory.filePath("empty").constData(), 0700), 0);
        QCOMPARE(Recording::begin(m_directory.filePath("empty")).error().code, ErrorCode::NotARecording);
    }

    void kept()
    {
        const KeptRecordings kept(m_directory.filePath("state/conversations"));
        QVERIFY(kept.list().empty());
        const QByteArray pipe("/tmp/CoreFxPipe_a-b/\xff c", 23);
        QByteArray last;
        for (int i = 0; i < 4; ++i) {
            const QByteArray path = kept.newPath(pipe).value();
            const RecordingPtr ring = Recording::createRing(path, { 2, fileSize }).value();
            QVERIFY(kept.list()[0].isInUse && kept.list()[0].isUnfinished);
            kept.prune(0, 0); // those before, but not this one
            QCOMPARE(kept.list().size(), size_t(1));
            last = KeptRecordings::markFinished(path);
        }
        struct stat status { };
        QCOMPARE(::stat(m_directory.filePath("state/conversations").constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0700U);
        QCOMPARE(kept.list().size(), size_t(1));
        QCOMPARE(kept.list()[0].path, last);
        QCOMPARE(kept.list()[0].pipe, QByteArray("\xff c"));
        QVERIFY(!kept.list()[0].isInUse && !kept.list()[0].isUnfinished && kept.list()[0].size > 50);
        kept.prune(1, 1'000'000);
        QCOMPARE(kept.list().size(), size_t(1));
        kept.prune(1, 10);
        QVERIFY(kept.list().empty());
    }
};

QTEST_GUILESS_MAIN(TestRing)

} // namespace tst_ring

#include "tst_ring.moc"
