// SPDX-License-Identifier: MIT
#include "capture/samples.h"
#include "core/errortext.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <sys/stat.h>
#include <unistd.h>

namespace tst_recording {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

class TestRecording : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    static RecordingPtr created(const QByteArray &path = {})
    {
        auto recording = Recording::create(path);
        if (!recording)
            qFatal("%s", qPrintable(errorText(recording.error())));
        return *recording;
    }

    static RecordingPtr opened(const QByteArray &path)
    {
        auto recording = Recording::open(path);
        if (!recording)
            qFatal("%s", qPrintable(errorText(recording.error())));
        return *recording;
    }

private Q_SLOTS:
    void roundTripOfMessages()
    {
        const RecordingPtr recording = created();
        const auto connection = recording->addConnection(sampleConnection());
        QVERIFY(connection.has_value());
        QCOMPARE(connection->value, 1U);
        const Record sent = sampleRecord(*connection, QByteArray("\x05\0\0\0test2", 9), Side::Client, 4);
        Record odd = sampleRecord(*connection, "what?\r\n", Side::Server, 0, 2);
        odd.problem = FrameProblem::OutOfSync;
        QCOMPARE(recording->append(sent).value_or(99), 0U);
        QCOMPARE(recording->append(odd).value_or(99), 1U);
        QCOMPARE(recording->count(), 2U);
        QVERIFY(isSame(recording->read(0).value(), sent));
        QVERIFY(isSame(recording->read(1).value(), odd));
        const RecordSummary first = recording->summary(0);
        QCOMPARE(first.time, sent.time);
        QCOMPARE(first.connection, *connection);
        QCOMPARE(first.from, Side::Client);
        QVERIFY(!first.isMalformed() && !first.isEvent);
        QCOMPARE(first.payloadSize, 5);
        QCOMPARE(first.wireSize, 9);
        QVERIFY(recording->summary(1).isMalformed());
        QVERIFY(!recording->isCutOff());
        QVERIFY(recording->path().isEmpty());
    }

    /// The example in FORMAT.md, byte for byte.
    void asDocumented()
    {
        const QByteArray path = m_directory.filePath("documented.pcapng");
        const RecordingPtr recording = created(path);
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        Record record = sampleRecord(connection, QByteArray("\x05\0\0\0test2", 9), Side::Client, 4);
        record.time.unixNanoseconds = 1'764'000'000'123'456'789;
        QVERIFY(recording->append(record).has_value());
        QCOMPARE(
            fileBytes(path).last(96).toHex(),
            QByteArray("060000006000000000000000a7fc7a1815cd256f3100000031000000"
                       "000c0004646174610021000450495045002300040000000050470"
                       "00c00000004000000000500000000000000"
                       "74657374320000000200040002000000"
                       "0000000060000000"));
    }

    void eventsSurvive()
    {
        const QByteArray path = m_directory.filePath("events.pcapng");
        const RecordingPtr recording = created(path);
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        Event identified{ { 5 }, connection, EventKind::Identified, Side::Client };
        identified.process = { 99, "late \xff", 1001, QStringLiteral("b\u00e9a") };
        Event lost{ { 6 }, connection, EventKind::Lost, Side::Server };
        lost.messages = 3;
        lost.bytes = 1'000'000'000'000;
        const QString longText = QString(100'000, QChar(0x20ac));
        QVERIFY(recording->append(identified).has_value());
        QVERIFY(recording->append(lost).has_value());
        QVERIFY(recording->append(note(connection, { 7 }, longText)).has_value());
        Event edited{ { 8 }, connection, EventKind::Edited, Side::Server };
        edited.data = QByteArray(maxEventDataSize, '\x07');
        edited.bytes = 1'000'000;
        edited.delayMs = 250;
        edited.jitterMs = 5;
        QVERIFY(recording->append(edited).has_value());
        for (const RecordingPtr &one : { recording, opened(path) }) {
            QCOMPARE(one->count(), 4U);
            QVERIFY(one->event(3).value() == edited);
            QCOMPARE(one->summary(3).wireSize, 0);
            QVERIFY(one->read(3).value().wire.isEmpty());
            const RecordSummary summary = one->summary(0);
            QVERIFY(summary.isEvent);
            QCOMPARE(summary.eventKind, EventKind::Identified);
            QCOMPARE(summary.time, Timestamp{ 5 });
            QCOMPARE(summary.wireSize, 0);
            QVERIFY(one->event(0).value() == identified);
            QVERIFY(one->event(1).value() == lost);
            QCOMPARE(one->connection(connection)->peers.client, identified.process);
            QVERIFY(longText.startsWith(one->event(2).value().note));
            QVERIFY(one->event(2).value().note.size() > 20'000);
            QVERIFY(one->read(0).value().wire.isEmpty());
            QVERIFY(!one->isCutOff());
        }
    }

    void version1_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Side>("ours");
        QTest::addColumn<QByteArrayList>("messages");
        QTest::newRow("host") << QFINDTESTDATA("data/version1-host.pcapng") << Side::Server
                              << QByteArrayList{ "client hello", "server Echo: hello", "client zweite Zeile",
                                                 "server Echo: zweite Zeile",
                                                 "client \xff\xff\xff\xff"
                                                 "bad" };
        QTest::newRow("attachment") << QFINDTESTDATA("data/version1-attach.pcapng") << Side::Client
                                    << QByteArrayList{ "client hello", "client zweite Zeile", "server Echo: hello",
                                                       "server Echo: zweite Zeile" };
    }

    void version1()
    {
        QFETCH(QString, file);
        QFETCH(Side, ours);
        QFETCH(QByteArrayList, messages);
        const RecordingPtr recording = opened(file.toLocal8Bit());
        QByteArrayList got;
        QString lastNote;
        for (quint64 number = 0; number < recording->count(); ++number) {
            if (recording->summary(number).isEvent)
                lastNote = recording->event(number).value().note;
            else
                got.append(
                    QByteArray(sideName(recording->summary(number).from)) + ' '
                    + recording->read(number).value().payload().toByteArray());
        }
        QCOMPARE(got, messages);
        QVERIFY(lastNote.startsWith(QStringLiteral("closed by")));
        const ConnectionInfo info = recording->connections().front();
        QVERIFY(info.ours == ours);
        QCOMPARE(info.peers[otherSide(ours)].program, QByteArray("pipeglass"));
        QCOMPARE(info.framing.client, QByteArray("int32le"));
        QCOMPARE(info.framing.server, QByteArray("int32le"));
    }

    /// A growing recording is read block by block.
    void readsAGrowingFile()
    {
        const QByteArray path = m_directory.filePath("growing.pcapng");
        const RecordingPtr writer = created(path);
        const RecordingPtr reader = Recording::begin(path).value();
        const ConnectionId connection = writer->addConnection(sampleConnection()).value();
        QByteArray large(600'000, 'x');
        for (int round = 1; round <= 3; ++round) {
            for (int i = 0; i < 10; ++i)
                QVERIFY(writer->append(sampleRecord(connection, large)).has_value());
            int steps = 0;
            while (reader->readMore(1 << 20).value())
                ++steps;
            QVERIFY(steps > 3);
            QCOMPARE(reader->count(), writer->count());
            QCOMPARE(reader->bytesRead(), writer->sizeOnDisk());
        }
        QCOMPARE(reader->connections().size(), size_t{ 1 });
        // An incomplete block is read when it is complete.
        const QByteArray bytes = fileBytes(path);
        const QByteArray half = m_directory.filePath("half.pcapng");
        QVERIFY(writeFile(half, bytes.first(bytes.size() - 100'000)));
        const RecordingPtr cut = Recording::begin(half).value();
        while (cut->readMore(1 << 20).value()) { }
        QCOMPARE(cut->count(), writer->count() - 1);
        QFile file(QString::fromLocal8Bit(half));
        QVERIFY(file.open(QIODevice::Append) && file.write(bytes.last(100'000)) == 100'000);
        file.close();
        QVERIFY(!cut->readMore(1 << 20).value());
        QCOMPARE(cut->count(), writer->count());
        cut->finishReading();
        QVERIFY(!cut->isCutOff());
    }

    void connectionsComeBackExactly()
    {
        const QByteArray path = m_directory.filePath("connections.pcapng");
        const RecordingPtr recording = created(path);
        std::vector<ConnectionInfo> infos{ sampleConnection(), sampleConnection("/tmp/a b\n\xff\\x20=\xe2\x80\xae"),
                                           sampleConnection("") };
        infos[1].peers.client = { 0, " odd = \"program\"\t", 4'294'967'294U, QStringLiteral("DOMAIN\\b c") };
        infos[1].ours = std::nullopt;
        infos[2].framing = {};
        for (ConnectionInfo &info : infos) {
            info.id = recording->addConnection(info).value();
            QVERIFY(recording->append(sampleRecord(info.id, "x")).has_value());
        }
        for (const RecordingPtr &one : { recording, opened(path) }) {
            const std::vector<ConnectionInfo> got = one->connections();
            QCOMPARE(got.size(), infos.size());
            for (size_t i = 0; i < infos.size(); ++i) {
                QVERIFY(isSame(got[i], infos[i]));
                QVERIFY(isSame(one->connection(infos[i].id).value(), infos[i]));
            }
            QVERIFY(!one->connection(ConnectionId{ 0 }));
            QVERIFY(!one->connection(ConnectionId{ 4 }));
        }
    }

    void sizes_data()
    {
        QTest::addColumn<qsizetype>("payload");
        QTest::addColumn<qsizetype>("head");
        QTest::addColumn<qsizetype>("tail");
        const auto row = [](const char *name, qsizetype payload, qsizetype head, qsizetype tail) {
            QTest::newRow(name) << payload << head << tail;
        };
        row("nothing", 0, 0, 0);
        row("empty message", 0, 4, 0);
        row("one byte", 1, 4, 0);
        row("largest in one packet", 0x3F000, 4, 2);
        row("one more", 0x3F001, 4, 2);
        row("two packets exactly", 2 * 0x3F000, 4, 1);
        row("several", 3'000'000, 4, 0);
        row("large head and tail", 100, 5000, 3000);
        row("all large", 600'000, 70'000, 70'000);
        row("only a large head", 0, 0x800, 0);
        row("only a larger head", 0, 0x801, 0);
        row("only a larger tail", 0, 0, 0x401);
    }

    void sizes()
    {
        QFETCH(qsizetype, payload);
        QFETCH(qsizetype, head);
        QFETCH(qsizetype, tail);
        QRandomGenerator random(1);
        const QByteArray path = m_directory.filePath("sizes.pcapng");
        ::unlink(path.constData());
        const RecordingPtr recording = created(path);
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        const Record record =
            sampleRecord(connection, randomBytes(random, head + payload + tail), Side::Client, head, tail);
        const Record next = sampleRecord(connection, "next");
        QVERIFY(recording->append(record).has_value());
        QVERIFY(recording->append(next).has_value());
        for (const RecordingPtr &one : { recording, opened(path) }) {
            QCOMPARE(one->count(), 2U);
            QVERIFY(!one->isCutOff());
            QVERIFY(isSame(one->read(0).value(), record));
            QVERIFY(isSame(one->read(1).value(), next));
            QCOMPARE(one->summary(0).payloadSize, payload);
            QCOMPARE(one->summary(0).wireSize, payload + head + tail);
            for (const qsizetype most :
                 { qsizetype{ 0 }, qsizetype{ 1 }, qsizetype{ 300'000 }, payload, payload + 9 }) {
                QCOMPARE(
                    one->payloadStart(0, most).value(), record.payload().sliced(0, qMin(most, payload)).toByteArray());
            }
        }
    }

    void aSixtyFourMebibyteMessage()
    {
        const QByteArray path = m_directory.filePath("large.pcapng");
        const RecordingPtr recording = created(path);
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        QByteArray wire((64 << 20) + 4, 'm');
        wire[40'000'000] = 'x';
        QVERIFY(recording->append(sampleRecord(connection, wire, Side::Server, 4)).has_value());
        const RecordingPtr again = opened(path);
        QCOMPARE(again->count(), 1U);
        QVERIFY(again->read(0).value().wire.view() == wire);
        ::unlink(path.constData());
    }

    void misuseIsRefused()
    {
        const QByteArray path = m_directory.filePath("misuse.pcapng");
        const RecordingPtr recording = created(path);
        QCOMPARE(recording->append(sampleRecord({ 1 }, "x")).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(recording->append(Event()).error().code, ErrorCode::InvalidArgument);
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        QCOMPARE(
            recording->append(sampleRecord(connection, "abc", Side::Server, 2, 2)).error().code,
            ErrorCode::InvalidArgument);
        QCOMPARE(
            recording->addConnection(sampleConnection(QByteArray(40'000, '\x01'))).error().code,
            ErrorCode::InvalidArgument);
        QCOMPARE(recording->count(), 0U);
        QVERIFY(recording->append(sampleRecord(connection, "x")).has_value());
        const RecordingPtr again = opened(path);
        QCOMPARE(again->append(sampleRecord(connection, "x")).error().code, ErrorCode::Unsupported);
        QCOMPARE(again->addConnection(sampleConnection()).error().code, ErrorCode::Unsupported);
    }

    void aNamedFileIsNewAndPrivate()
    {
        const QByteArray path = m_directory.filePath("named.pcapng");
        QCOMPARE(created(path)->path(), path);
        struct stat status { };
        QCOMPARE(::stat(path.constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
        const QByteArray before = fileBytes(path);
        const auto second = Recording::create(path);
        QCOMPARE(second.error().code, ErrorCode::FileExists);
        QCOMPARE(second.error().subject, path);
        QCOMPARE(fileBytes(path), before);
        const QByteArray link = m_directory.filePath("link");
        QCOMPARE(::symlink(m_directory.filePath("nowhere").constData(), link.constData()), 0);
        QCOMPARE(Recording::create(link).error().code, ErrorCode::FileExists);
    }

    void aMissingFileIsNoMissingPipe_data()
    {
        QTest::addColumn<Error>("error");
        const QByteArray path = m_directory.filePath("no/such/place");
        QTest::newRow("to read") << Recording::open(path).error();
        QTest::newRow("to make") << Recording::create(path).error();
    }

    void aMissingFileIsNoMissingPipe()
    {
        QFETCH(Error, error);
        QCOMPARE(error.code, ErrorCode::NoSuchFile);
        QVERIFY(!errorText(error).contains(QLatin1String("server")));
    }

    /// For each connection and direction the concatenated wires are the stream.
    void randomConversation()
    {
        const QByteArray path = m_directory.filePath("random.pcapng");
        const RecordingPtr recording = created(path);
        QRandomGenerator random(20261124);
        Streams streams;
        std::vector<Record> records;
        std::vector<ConnectionId> connections;
        for (int i = 0; i < 2000; ++i) {
            if (connections.empty() || random.bounded(100) == 0)
                connections.push_back(recording->addConnection(sampleConnection()).value());
            const ConnectionId id = connections[random.bounded(static_cast<quint32>(connections.size()))];
            if (random.bounded(20) == 0) {
                QVERIFY(recording->append(note(id, { i }, QStringLiteral("note"))).has_value());
                records.push_back(Record{ { i }, id, Side::Client, FrameProblem::None, {}, 0, 0 });
                continue;
            }
            records.push_back(randomRecord(random, id, random.bounded(50) == 0 ? 700'000 : 300));
            addTo(streams, records.back());
            QCOMPARE(recording->append(records.back()).value_or(0), static_cast<quint64>(i));
        }
        for (const RecordingPtr &one : { recording, opened(path) }) {
            QCOMPARE(one->count(), records.size());
            QVERIFY(!one->isCutOff());
            Streams got;
            for (quint64 number = 0; number < one->count(); ++number) {
                const auto record = one->read(number);
                QVERIFY(record.has_value());
                QVERIFY(isSame(*record, records[number]));
                if (!one->summary(number).isEvent)
                    addTo(got, *record);
            }
            QVERIFY(got == streams);
        }
    }
};

QTEST_GUILESS_MAIN(TestRecording)

} // namespace tst_recording

#include "tst_recording.moc"
