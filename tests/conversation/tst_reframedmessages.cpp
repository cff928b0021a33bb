// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "conversation/reframedmessages.h"
#include "support/framings.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tst_reframedmessages {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;
using conversation::ReframedMessages;

class TestReframedMessages : public QObject {
    Q_OBJECT

    std::shared_ptr<Recording> m_recording;
    ConnectionId m_one;
    ConnectionId m_two;
    qint64 m_time = 0;

    void piece(ConnectionId id, Side from, const QByteArray &wire)
    {
        QVERIFY(m_recording->append({ { ++m_time }, id, from, FrameProblem::None, wire, 0, 0 }));
    }

    [[nodiscard]] static QByteArrayList shown(const ReframedMessages &list)
    {
        QByteArrayList words;
        const auto reader = list.reader();
        quint64 events = 0;
        for (quint64 number = 0; number < list.count(); ++number) {
            const RecordSummary summary = list.summary(number);
            if (list.eventsBefore(number) != events)
                words.append("events are counted wrongly");
            if (summary.isEvent) {
                ++events;
                words.append("event");
                continue;
            }
            const Record record = list.read(number).value();
            const QByteArray payload = record.payload().toByteArray();
            words.append(
                QByteArray::number(summary.connection.value) + sideName(summary.from)[0]
                + (summary.isMalformed() ? "!" : ":") + payload);
            const QByteArray start = list.payloadStart(number, 3).value();
            if (start != payload.left(3) || summary.payloadSize != payload.size()
                || summary.wireSize != record.wire.size() || summary.time != record.time)
                words.append("summary and record differ");
            const Record again = reader->read(number).value();
            if (again.wire.view() != record.wire.view() || reader->payload(number)->view() != payload
                || again.time != record.time || again.headSize != record.headSize)
                words.append("the reader reads something else");
        }
        return words;
    }

private Q_SLOTS:
    void init()
    {
        m_recording = Recording::create().value();
        m_one = m_recording->addConnection({}).value();
        m_two = m_recording->addConnection({}).value();
        m_time = 0;
    }

    void cutsEachStreamByItself()
    {
        const QByteArray hello = framed("hello");
        piece(m_one, Side::Client, hello.first(2));
        piece(m_two, Side::Client, framed("other") + framed(""));
        piece(m_one, Side::Server, "line one\nline");
        QVERIFY(m_recording->append(Event{ { ++m_time }, m_one, EventKind::Note, {} }));
        piece(m_one, Side::Client, hello.sliced(2, 5));
        piece(m_one, Side::Client, hello.sliced(7) + framed("again") + framed("cut off").chopped(1));
        piece(m_one, Side::Server, " two\n");
        ReframedMessages list(m_recording, { framings().find("int32le"), framings().find("line") });
        QVERIFY(list.cutMore(3).value());
        QCOMPARE(shown(list), (QByteArrayList{ "2c:other", "2c:", "1s:line one" }));
        QVERIFY(!list.cutMore(1000).value());
        QCOMPARE(
            shown(list),
            (QByteArrayList{ "2c:other", "2c:", "1s:line one", "event", "1c:hello", "1c:again", "1s:line two" }));
        QCOMPARE(list.summary(4).time, Timestamp{ 6 }); // of its last byte
        list.finish();
        QCOMPARE(shown(list).last(), "1c!" + framed("cut off").chopped(1));
        QCOMPARE(list.summary(7).problem, FrameProblem::Incomplete);
    }

    /// The concatenated wires are the streams, with any chunks and framings.
    void everyByteIsThere_data()
    {
        QTest::addColumn<QByteArray>("framing");
        for (const framing::FramingPtr &framing : framings().all())
            QTest::newRow(framing->id().constData()) << framing->id();
    }

    void everyByteIsThere()
    {
        QFETCH(QByteArray, framing);
        QRandomGenerator random(8);
        PerSide<QByteArray> sent;
        for (int i = 0; i < 2000; ++i) {
            const Side from = random.bounded(2) == 0 ? Side::Client : Side::Server;
            QByteArray bytes(random.bounded(1, 30), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = "\0\0\0\1\2\n\r\nab"[random.bounded(10)];
            sent[from] += bytes;
            piece(m_one, from, bytes);
        }
        ReframedMessages list(m_recording, { framings().find(framing), framings().find(framing) }, 500);
        while (list.cutMore(100).value()) { }
        list.finish();
        PerSide<QByteArray> got;
        for (quint64 number = 0; number < list.count(); ++number) {
            const Record record = list.read(number).value();
            got[record.from] += record.wire.toByteArray();
            QCOMPARE(record.wire.size(), list.summary(number).wireSize);
        }
        QCOMPARE(got.client, sent.client);
        QCOMPARE(got.server, sent.server);
    }

    /// No message continues after the end of its stream, or after a loss.
    void endsAndGapsEndAMessage()
    {
        piece(m_one, Side::Client, "before");
        piece(m_one, Side::Server, "whole\nbegun");
        QVERIFY(m_recording->append(Event{ { ++m_time }, m_one, EventKind::Lost, Side::Client }));
        piece(m_one, Side::Client, "after\n");
        QVERIFY(m_recording->append(Event{ { ++m_time }, m_one, EventKind::Closed, Side::Client }));
        ReframedMessages list(m_recording, { framings().find("line"), framings().find("line") });
        QVERIFY(!list.cutMore(100).value());
        QCOMPARE(shown(list), (QByteArrayList{ "1s:whole", "1c:before", "event", "1c:after", "1s:begun", "event" }));
    }

    /// Reading all messages of a large item does not read it for each message.
    void manyMessagesOfOneItem()
    {
        piece(m_one, Side::Client, QByteArray("short\n").repeated(500'000));
        ReframedMessages list(m_recording, { framings().find("line"), framings().find("line") });
        QVERIFY(!list.cutMore(100).value());
        QCOMPARE(list.count(), 500'000U);
        for (quint64 number = 0; number < list.count(); number += 10) // takes minutes if each read reads the item
            QCOMPARE(list.payloadStart(number, 100).value(), QByteArray("short"));
    }

    void followsAListThatGrows()
    {
        ReframedMessages list(m_recording, { framings().find("line"), framings().find("line") });
        piece(m_one, Side::Client, "a\nb");
        QVERIFY(!list.cutMore(10).value());
        QCOMPARE(list.count(), 1U);
        piece(m_one, Side::Client, "c\n");
        QVERIFY(!list.cutMore(10).value());
        QCOMPARE(shown(list), (QByteArrayList{ "1c:a", "1c:bc" }));
    }
};

QTEST_GUILESS_MAIN(TestReframedMessages)

} // namespace tst_reframedmessages

#include "tst_reframedmessages.moc"
