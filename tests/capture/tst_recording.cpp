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
    void whatWentInComesOut()
    {
        const RecordingPtr recording = created();
        const auto connection = recording->addConnection(sampleConnection());
        QVERIFY(connection.has_value());
        QCOMPARE(connection->value, 1U);
        const Record sent = sampleRecord(*connection, QByteArray("\x05\0\0\0test2", 9), Direction::Out, 4);
        Record odd = sampleRecord(*connection, "what?\r\n", Direction::In, 0, 2);
        odd.malformed = true;
        QCOMPARE(recording->append(sent).value_or(99), 0U);
        QCOMPARE(recording->append(odd).value_or(99), 1U);
        QCOMPARE(recording->count(), 2U);
        QVERIFY(isSame(recording->read(0).value(), sent));
        QVERIFY(isSame(recording->read(1).value(), odd));
        const RecordSummary first = recording->summary(0);
        QCOMPARE(first.time, sent.time);
        QCOMPARE(first.connection, *connection);
        QCOMPARE(first.direction, Direction::Out);
        QVERIFY(!first.malformed && !first.isEvent);
        QCOMPARE(first.payloadSize, 5);
        QCOMPARE(first.wireSize, 9);
        QVERIFY(recording->summary(1).malformed);
        QVERIFY(!recording->isCutOff());
        QVERIFY(recording->path().isEmpty());
        QVERIFY(recording->flush().has_value());
    }

    /// The example of FORMAT.md, byte for byte.
    void asDocumented()
    {
        const QByteArray path = m_directory.filePath("documented.pcapng");
        const RecordingPtr recording = created(path);
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        Record record = sampleRecord(connection, QByteArray("\x05\0\0\0test2", 9), Direction::Out, 4);
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
        const QString text = QStringLiteral("they send no more \u2013 half-closed");
        const QString longText = QString(100'000, QChar(0x20ac));
        QVERIFY(recording->appendEvent(connection, { 5 }, EventKind::HalfClosed, text).has_value());
        QVERIFY(recording->appendEvent(connection, { 6 }, EventKind::Closed, QString()).has_value());
        QVERIFY(recording->appendEvent(connection, { 7 }, EventKind::Note, longText).has_value());
        for (const RecordingPtr &one : { recording, opened(path) }) {
            QCOMPARE(one->count(), 3U);
            const RecordSummary summary = one->summary(0);
            QVERIFY(summary.isEvent);
            QCOMPARE(summary.eventKind, EventKind::HalfClosed);
            QCOMPARE(summary.time, Timestamp{ 5 });
            QCOMPARE(summary.wireSize, 0);
            QCOMPARE(one->eventText(0).value(), text);
            QCOMPARE(one->eventText(1).value(), QString());
            QVERIFY(longText.startsWith(one->eventText(2).value()));
            QVERIFY(one->eventText(2).value().size() > 20'000);
            QVERIFY(one->read(0).value().wire.isEmpty());
            QVERIFY(!one->isCutOff());
        }
    }

    void connectionsComeBackExactly()
    {
        const QByteArray path = m_directory.filePath("connections.pcapng");
        const RecordingPtr recording = created(path);
        std::vector<ConnectionInfo> infos{ sampleConnection(), sampleConnection("/tmp/a b\n\xff\\x20=\xe2\x80\xae"),
                                           sampleConnection("") };
        infos[1].peer = { 0, " odd = \"program\"\t", 4'294'967'294U, QStringLiteral("DOMAIN\\b c") };
        infos[1].peerIsServer = false;
        infos[2].framing = "";
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
            sampleRecord(connection, randomBytes(random, head + payload + tail), Direction::Out, head, tail);
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
                    one->readPayloadStart(0, most).value(),
                    record.payload().sliced(0, qMin(most, payload)).toByteArray());
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
        QVERIFY(recording->append(sampleRecord(connection, wire, Direction::In, 4)).has_value());
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
        QCOMPARE(recording->appendEvent({}, {}, EventKind::Note, QString()).error().code, ErrorCode::InvalidArgument);
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        QCOMPARE(
            recording->append(sampleRecord(connection, "abc", Direction::In, 2, 2)).error().code,
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

    /// The invariant: for each connection and direction the joined wires are the stream.
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
                QVERIFY(recording->appendEvent(id, { i }, EventKind::Note, QStringLiteral("note")).has_value());
                records.push_back(Record{ { i }, id, Direction::In, false, {}, 0, 0 });
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
