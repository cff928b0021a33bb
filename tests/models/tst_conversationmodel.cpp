// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "models/conversation/conversationmodel.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_conversationmodel {

using namespace pipeglass;
using models::ConversationModel;

QString cell(const ConversationModel &model, int row, int column) { return model.index(row, column).data().toString(); }

class TestConversationModel : public QObject {
    Q_OBJECT

private:
    test::PrivateDirectory m_directory;
    capture::RecordingPtr m_recording;
    ConnectionId m_link;

    void add(const QByteArray &payload, Side from, qint64 nanoseconds, bool malformed = false)
    {
        capture::Record record;
        record.time = { nanoseconds };
        record.connection = m_link;
        record.from = from;
        if (malformed)
            record.problem = FrameProblem::OutOfSync;
        record.headSize = malformed ? 0 : 4;
        record.wire = malformed ? payload : QByteArray(4, '\x01') + payload;
        QVERIFY(m_recording->append(record));
    }

private Q_SLOTS:
    void init()
    {
        auto made = capture::Recording::create();
        QVERIFY(made);
        m_recording = *made;
        capture::ConnectionInfo info;
        info.pipe = "/tmp/CoreFxPipe_a";
        info.peers.server = { 4242, "echo", 1000, QStringLiteral("user") };
        info.ours = Side::Client;
        info.framing = { "int32le", "int32le" };
        const auto id = m_recording->addConnection(info);
        QVERIFY(id);
        m_link = *id;
    }

    void cleanup() { m_recording.reset(); }

    void showsWhatIsThereAndWhatComes()
    {
        add("test2", Side::Client, 1'000'000'000);
        ConversationModel model(m_recording);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 1);
        add("Echo: test2", Side::Server, 1'000'200'000);
        QCOMPARE(model.rowCount(), 1);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.update();
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, ConversationModel::Number), QStringLiteral("1"));
        QCOMPARE(cell(model, 0, ConversationModel::Direction), QStringLiteral("→ sent"));
        QCOMPARE(cell(model, 0, ConversationModel::Delta), QString());
        QTRY_COMPARE(cell(model, 0, ConversationModel::Preview), QStringLiteral("test2"));
        QCOMPARE(cell(model, 1, ConversationModel::Direction), QStringLiteral("← received"));
        QCOMPARE(cell(model, 1, ConversationModel::Delta), QStringLiteral("+200 µs"));
        QCOMPARE(cell(model, 1, ConversationModel::Peer), QStringLiteral("echo 4242"));
        QCOMPARE(cell(model, 1, ConversationModel::Size), QStringLiteral("11 B"));
        QTRY_COMPARE(cell(model, 1, ConversationModel::Preview), QStringLiteral("Echo: test2"));
    }

    /// Neither side is ours: both are named, and no message is sent or received.
    void aTapNamesBothSides()
    {
        capture::ConnectionInfo info;
        info.pipe = "/tmp/CoreFxPipe_a";
        info.peers.client = { 77, "asker", 1000, QStringLiteral("user") };
        info.peers.server = { 4242, "echo", 1000, QStringLiteral("user") };
        info.framing = { "int32le", "int32le" };
        m_link = *m_recording->addConnection(info);
        add("question", Side::Client, 1);
        add("answer", Side::Server, 2);
        QVERIFY(m_recording->append(capture::Event{ { 3 }, m_link, capture::EventKind::HalfClosed, Side::Client }));
        QVERIFY(m_recording->append(capture::Event{ { 4 }, m_link, capture::EventKind::Closed, Side::Server }));
        ConversationModel model(m_recording);
        const QString link = QString::number(m_link.value);
        QCOMPARE(cell(model, 0, ConversationModel::Direction), QStringLiteral("client →"));
        QCOMPARE(cell(model, 1, ConversationModel::Direction), QStringLiteral("← server"));
        QCOMPARE(cell(model, 0, ConversationModel::Peer), QStringLiteral("#%1 asker 77").arg(link));
        QCOMPARE(cell(model, 1, ConversationModel::Peer), QStringLiteral("#%1 echo 4242").arg(link));
        QTRY_COMPARE(cell(model, 2, ConversationModel::Preview), QStringLiteral("the client sends no more"));
        QTRY_COMPARE(cell(model, 3, ConversationModel::Preview), QStringLiteral("closed by the server"));
    }

    /// The view never waits for the disk: requested previews and those around them arrive later.
    void previewsAreReadAhead()
    {
        for (int number = 0; number < 1000; ++number)
            add(QByteArray::number(number), Side::Server, number);
        ConversationModel model(m_recording);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QCOMPARE(cell(model, 500, ConversationModel::Preview), QString());
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(cell(model, 500, ConversationModel::Preview), QStringLiteral("500"));
        QCOMPARE(cell(model, 530, ConversationModel::Preview), QStringLiteral("530"));
        QCOMPARE(cell(model, 470, ConversationModel::Preview), QStringLiteral("470"));
        QTest::qWait(20);
        QCOMPARE(changed.count(), 1);
        // For distant requests the last one counts.
        QCOMPARE(cell(model, 0, ConversationModel::Preview), QString());
        QCOMPARE(cell(model, 999, ConversationModel::Preview), QString());
        QTRY_COMPARE(cell(model, 999, ConversationModel::Preview), QStringLiteral("999"));
        QTRY_COMPARE(cell(model, 0, ConversationModel::Preview), QStringLiteral("0"));
    }

    void eventsAreRows_data()
    {
        QTest::addColumn<capture::EventKind>("kind");
        QTest::addColumn<std::optional<Side>>("side");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, capture::EventKind kind, std::optional<Side> side, const char *note,
                            const char *text) {
            QTest::newRow(name) << kind << side << QString::fromLatin1(note) << QString::fromLatin1(text);
        };
        using Kind = capture::EventKind;
        row("connected", Kind::Connected, {}, "", "connected");
        row("theirs", Kind::HalfClosed, Side::Server, "", "the server sends no more");
        row("ours", Kind::HalfClosed, Side::Client, "", "we send no more");
        row("reads no more", Kind::ReadingEnded, Side::Server, "", "the server reads no more");
        row("by us", Kind::Closed, Side::Client, "", "closed by us");
        row("note", Kind::Note, {}, "by a person", "by a person");
    }

    void eventsAreRows()
    {
        QFETCH(capture::EventKind, kind);
        QFETCH(std::optional<Side>, side);
        QFETCH(QString, note);
        QFETCH(QString, text);
        capture::Event event{ { 5 }, m_link, kind, side };
        event.note = note;
        QVERIFY(m_recording->append(event));
        ConversationModel model(m_recording);
        QVERIFY(model.index(0, 0).data(ConversationModel::EventRole).toBool());
        QTRY_COMPARE(cell(model, 0, ConversationModel::Preview), text);
        QCOMPARE(cell(model, 0, ConversationModel::Size), QString());
    }

    void untrustedTextIsEscaped()
    {
        add("a\n\x1b[31m\xe2\x80\xae", Side::Server, 1);
        add("", Side::Server, 2);
        add("\xff\xff\xff\xff", Side::Server, 3, true);
        ConversationModel model(m_recording);
        QTRY_COMPARE(cell(model, 0, ConversationModel::Preview), QStringLiteral("a\\n\\x1b[31m\\xe2\\x80\\xae"));
        QCOMPARE(cell(model, 1, ConversationModel::Preview), QStringLiteral("(empty message)"));
        QVERIFY(model.index(2, 0).data(ConversationModel::MalformedRole).toBool());
        QTRY_VERIFY(cell(model, 2, ConversationModel::Preview).startsWith(QStringLiteral("malformed: ")));
    }

    void timesHaveFormats()
    {
        add("a", Side::Client, 1'000'000'000);
        add("b", Side::Client, 13'000'350'000);
        ConversationModel model(m_recording);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTimeFormat(ConversationModel::TimeFormat::Utc);
        QCOMPARE(cell(model, 1, ConversationModel::Time), QStringLiteral("00:00:13.000350"));
        model.setTimeFormat(ConversationModel::TimeFormat::SinceFirst);
        QCOMPARE(cell(model, 1, ConversationModel::Time), QStringLiteral("12.000350"));
    }

    /// Requests are looked for, and payloads decoded, only while a column wants it.
    void columnsOfLatencyAndValues()
    {
        add(R"({"jsonrpc":"2.0","id":1,"method":"first"})", Side::Client, 1'000'000);
        add(R"({"jsonrpc":"2.0","id":2,"method":"second"})", Side::Client, 2'000'000);
        add(R"({"jsonrpc":"2.0","id":2,"result":5})", Side::Server, 4'000'000);
        ConversationModel model(m_recording);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_VERIFY(!cell(model, 2, ConversationModel::Preview).isEmpty());
        QCOMPARE(cell(model, 2, ConversationModel::Latency), QString());
        model.setLatencyWanted(true);
        QTRY_COMPARE(cell(model, 2, ConversationModel::Latency), QStringLiteral("2.0 ms"));
        const auto decoders = std::make_shared<const decoding::DecoderRegistry>();
        model.setValueColumns(
            { conversation::ValuePath::parse(QStringLiteral("method")).value(),
              conversation::ValuePath::parse(QStringLiteral("json.result")).value() },
            decoders);
        QCOMPARE(model.columnCount(), ConversationModel::ColumnCount + 2);
        QCOMPARE(
            model.headerData(ConversationModel::ColumnCount + 1, Qt::Horizontal).toString(),
            QStringLiteral("json.result"));
        QTRY_COMPARE(cell(model, 1, ConversationModel::ColumnCount), QStringLiteral("second"));
        QCOMPARE(cell(model, 2, ConversationModel::ColumnCount), QString());
        QCOMPARE(cell(model, 2, ConversationModel::ColumnCount + 1), QStringLiteral("5"));
        model.setValueColumns({}, decoders);
        QCOMPARE(model.columnCount(), int{ ConversationModel::ColumnCount });
        QTRY_COMPARE(cell(model, 2, ConversationModel::Latency), QStringLiteral("2.0 ms"));
    }

    void theFirstRuleThatMatchesCounts()
    {
        add("warning", Side::Client, 1);
        add("error", Side::Server, 2);
        add("nothing", Side::Server, 3);
        ConversationModel model(m_recording);
        const auto rule = [&model](int row) { return model.index(row, 0).data(ConversationModel::RuleRole).toInt(); };
        QCOMPARE(rule(0), -1);
        model.setColourRules({ filter::Filter::parse(QStringLiteral("text contains \"error\"")).value(),
                               filter::Filter::parse(QStringLiteral("number < 3")).value() });
        QTRY_COMPARE(rule(0), 1);
        QCOMPARE(rule(1), 0);
        QCOMPARE(rule(2), -1);
    }

    void longMessagesAreCut()
    {
        add(QByteArray(100'000, 'a'), Side::Server, 1);
        const ConversationModel model(m_recording);
        QTRY_VERIFY(!cell(model, 0, ConversationModel::Preview).isEmpty());
        const QString preview = cell(model, 0, ConversationModel::Preview);
        QVERIFY(preview.size() < 400);
        QVERIFY(preview.endsWith(u'…'));
    }
};

QTEST_GUILESS_MAIN(TestConversationModel)

} // namespace tst_conversationmodel

#include "tst_conversationmodel.moc"
