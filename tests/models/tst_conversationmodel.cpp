// SPDX-License-Identifier: MIT
#include "models/conversationmodel.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_conversationmodel {

using namespace pipeglass;
using capture::Direction;
using models::ConversationModel;

QString cell(const ConversationModel &model, int row, int column) { return model.index(row, column).data().toString(); }

class TestConversationModel : public QObject {
    Q_OBJECT

private:
    test::PrivateDirectory m_directory;
    capture::RecordingPtr m_recording;
    ConnectionId m_link;

    void add(const QByteArray &payload, Direction direction, qint64 nanoseconds, bool malformed = false)
    {
        capture::Record record;
        record.time = { nanoseconds };
        record.connection = m_link;
        record.direction = direction;
        record.malformed = malformed;
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
        info.peer = { 4242, "echo", 1000, QStringLiteral("user") };
        info.peerIsServer = true;
        info.framing = "int32le";
        const auto id = m_recording->addConnection(info);
        QVERIFY(id);
        m_link = *id;
    }

    void cleanup() { m_recording.reset(); }

    void showsWhatIsThereAndWhatComes()
    {
        add("test2", Direction::Out, 1'000'000'000);
        ConversationModel model(m_recording);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 1);
        add("Echo: test2", Direction::In, 1'000'200'000);
        QCOMPARE(model.rowCount(), 1);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.recordsAdded(1, 1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, ConversationModel::Number), QStringLiteral("1"));
        QCOMPARE(cell(model, 0, ConversationModel::Direction), QStringLiteral("→ sent"));
        QCOMPARE(cell(model, 0, ConversationModel::Delta), QString());
        QCOMPARE(cell(model, 0, ConversationModel::Preview), QStringLiteral("test2"));
        QCOMPARE(cell(model, 1, ConversationModel::Direction), QStringLiteral("← received"));
        QCOMPARE(cell(model, 1, ConversationModel::Delta), QStringLiteral("+200 µs"));
        QCOMPARE(cell(model, 1, ConversationModel::Peer), QStringLiteral("echo 4242"));
        QCOMPARE(cell(model, 1, ConversationModel::Size), QStringLiteral("11 B"));
        QCOMPARE(cell(model, 1, ConversationModel::Preview), QStringLiteral("Echo: test2"));
    }

    void aRangeThatWasMissedIsCaughtUp()
    {
        ConversationModel model(m_recording);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int number = 0; number < 10; ++number)
            add("x", Direction::In, number);
        model.recordsAdded(8, 9);
        QCOMPARE(model.rowCount(), 10);
        model.recordsAdded(0, 3);
        QCOMPARE(model.rowCount(), 10);
    }

    void rangesBeyondTheRecordingAreCut()
    {
        ConversationModel model(m_recording);
        add("x", Direction::In, 1);
        model.recordsAdded(0, 99);
        QCOMPARE(model.rowCount(), 1);
    }

    void eventsAreRows()
    {
        QVERIFY(m_recording->appendEvent(
            m_link, { 5 }, capture::EventKind::HalfClosed, QStringLiteral("they send no more")));
        ConversationModel model(m_recording);
        QVERIFY(model.index(0, 0).data(ConversationModel::EventRole).toBool());
        QCOMPARE(cell(model, 0, ConversationModel::Preview), QStringLiteral("they send no more"));
        QCOMPARE(cell(model, 0, ConversationModel::Size), QString());
    }

    void anEventWithoutWordsHasThoseOfItsKind()
    {
        QVERIFY(m_recording->appendEvent(m_link, { 5 }, capture::EventKind::Connected, {}));
        const ConversationModel model(m_recording);
        QCOMPARE(cell(model, 0, ConversationModel::Preview), QStringLiteral("connected"));
    }

    void strangersTextIsTamed()
    {
        add("a\n\x1b[31m\xe2\x80\xae", Direction::In, 1);
        add("", Direction::In, 2);
        add("\xff\xff\xff\xff", Direction::In, 3, true);
        ConversationModel model(m_recording);
        QCOMPARE(cell(model, 0, ConversationModel::Preview), QStringLiteral("a\\n\\x1b[31m\\xe2\\x80\\xae"));
        QCOMPARE(cell(model, 1, ConversationModel::Preview), QStringLiteral("(empty message)"));
        QVERIFY(model.index(2, 0).data(ConversationModel::MalformedRole).toBool());
        QVERIFY(cell(model, 2, ConversationModel::Preview).startsWith(QStringLiteral("malformed: ")));
    }

    void longMessagesAreCut()
    {
        add(QByteArray(100'000, 'a'), Direction::In, 1);
        const ConversationModel model(m_recording);
        const QString preview = cell(model, 0, ConversationModel::Preview);
        QVERIFY(preview.size() < 400);
        QVERIFY(preview.endsWith(u'…'));
    }
};

QTEST_GUILESS_MAIN(TestConversationModel)

} // namespace tst_conversationmodel

#include "tst_conversationmodel.moc"
