// SPDX-License-Identifier: MIT
#include "capture/format/markdata.h"
#include "capture/format/packettags.h"
#include "capture/recording.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>

namespace tst_marks {

using namespace pipeglass;
using namespace pipeglass::capture;

class TestMarks : public QObject {
    Q_OBJECT

private:
    test::PrivateDirectory m_directory;
    ConnectionId m_link;

    [[nodiscard]] RecordingPtr made(const QByteArray &name, int messages)
    {
        auto recording = Recording::create(m_directory.filePath(name)).value();
        ConnectionInfo info;
        info.framing = { "raw", "raw" };
        m_link = recording->addConnection(info).value();
        for (int i = 0; i < messages; ++i)
            say(*recording);
        return recording;
    }

    void say(Recording &recording) const
    {
        Record record;
        record.time = { 1 };
        record.connection = m_link;
        record.wire = QByteArray("x");
        QVERIFY(recording.append(record));
    }

private Q_SLOTS:
    /// Marks are not items, whatever is recorded after them.
    void marksAreKeptInTheFile()
    {
        const Mark noted{ true, QStringLiteral("look: a b\\c \u00e4") };
        {
            const RecordingPtr recording = made("kept", 3);
            QVERIFY(recording->setMark(1, noted));
            QVERIFY(recording->setMark(2, { true, {} }));
            QVERIFY(recording->setMark(2, {}));
            say(*recording);
            QCOMPARE(recording->count(), 4U);
            QVERIFY(recording->mark(1) == noted);
            QVERIFY(!recording->setMark(9, noted));
        }
        const RecordingPtr read = Recording::open(m_directory.filePath("kept")).value();
        QCOMPARE(read->count(), 4U);
        QVERIFY(!read->isCutOff());
        QVERIFY(read->mark(1) == noted);
        QCOMPARE(read->markedItems(), std::vector<quint64>{ 1 });
        QCOMPARE(read->read(3).value().payload().toByteArray(), QByteArray("x"));
    }

    /// A finished recording takes marks while it is read, several times.
    void marksAreAddedToAFinishedRecording()
    {
        made("finished", 3).reset();
        const QByteArray path = m_directory.filePath("finished");
        {
            const RecordingPtr read = Recording::open(path).value();
            QVERIFY(!read->isWritten());
            QVERIFY(read->setMark(0, { true, {} }));
            QVERIFY(read->setMark(2, { false, QStringLiteral("note") }));
            QVERIFY(read->setMark(0, {}));
            QVERIFY(!read->readMore(1 << 20).value());
            QCOMPARE(read->count(), 3U);
        }
        const RecordingPtr again = Recording::open(path).value();
        QCOMPARE(again->count(), 3U);
        QCOMPARE(again->markedItems(), std::vector<quint64>{ 2 });
        QCOMPARE(again->mark(2).note, QStringLiteral("note"));
        QVERIFY(!again->isCutOff());
    }

    /// Nothing is written into a file that another writer appends to, or that is cut off.
    void marksDoNotDamageAFile()
    {
        const RecordingPtr writer = made("growing", 2);
        const QByteArray path = m_directory.filePath("growing");
        const RecordingPtr reader = Recording::open(path).value();
        const Status growing = reader->setMark(0, { true, {} });
        QCOMPARE(growing.error().code, ErrorCode::RecordingInUse);
        QVERIFY(reader->mark(0).isMarked); // in this program
        const qint64 size = QFile(QFile::decodeName(path)).size();
        made("cut", 2).reset();
        const QByteArray cutPath = m_directory.filePath("cut");
        QFile file(QFile::decodeName(cutPath));
        QVERIFY(file.resize(file.size() - 4));
        const qint64 cutSize = file.size();
        const RecordingPtr cut = Recording::open(cutPath).value();
        QCOMPARE(cut->count(), 1U);
        QCOMPARE(cut->setMark(0, { true, {} }).error().code, ErrorCode::RecordingInUse);
        QCOMPARE(QFile(QFile::decodeName(cutPath)).size(), cutSize);
        QCOMPARE(QFile(QFile::decodeName(path)).size(), size);
        QCOMPARE(writer->count(), 2U);
    }

    void theLongestNoteFits_data()
    {
        QTest::addColumn<QString>("note");
        QTest::newRow("spaces") << QString(Mark::maxNoteSize, u' ');
        QTest::newRow("control characters") << QString(Mark::maxNoteSize, u'\x01');
        QTest::newRow("three bytes each") << QString(Mark::maxNoteSize, u'\u20ac');
    }

    void theLongestNoteFits()
    {
        QFETCH(QString, note);
        const QByteArray data = markData(std::numeric_limits<quint32>::max(), { true, note });
        QVERIFY(data.size() <= maxHeadSize);
        QCOMPARE(readMarkData(data)->second.note, note);
    }
};

QTEST_GUILESS_MAIN(TestMarks)

} // namespace tst_marks

#include "tst_marks.moc"
