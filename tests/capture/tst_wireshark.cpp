// SPDX-License-Identifier: MIT
#include "capture/samples.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QProcess>
#include <QStandardPaths>

namespace tst_wireshark {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

/// Checks recordings with Wireshark's tools. Skipped if they are not installed.
class TestWireshark : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;
    QByteArray m_path;
    RecordingPtr m_recording;

    /// The program's output; nullopt if it failed.
    static std::optional<QByteArray> run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit
            || process.exitCode() != 0) {
            qWarning("%s", process.readAllStandardError().constData());
            return std::nullopt;
        }
        return process.readAllStandardOutput();
    }

    std::optional<QByteArrayList> fields(const QByteArrayList &names)
    {
        QStringList arguments{
            QStringLiteral("-r"),     QString::fromLocal8Bit(m_path), QStringLiteral("-T"),
            QStringLiteral("fields"), QStringLiteral("-E"),           QStringLiteral("separator=|")
        };
        for (const QByteArray &name : names)
            arguments << QStringLiteral("-e") << QString::fromLatin1(name);
        const auto output = run(QStringLiteral("tshark"), arguments);
        return output ? std::optional(output->trimmed().split('\n')) : std::nullopt;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty())
            QSKIP("tshark is not installed");
        m_path = m_directory.filePath("sample.pcapng");
        m_recording = Recording::create(m_path).value();
        const ConnectionId one = m_recording->addConnection(sampleConnection()).value();
        const ConnectionId two = m_recording->addConnection(sampleConnection("/tmp/b \n")).value();
        QVERIFY(m_recording->append(Event{ { 1'000'000'000 }, one, EventKind::Connected }).has_value());
        QVERIFY(m_recording->append(sampleRecord(one, QByteArray("\x05\0\0\0test2", 9), Side::Client, 4)).has_value());
        QVERIFY(m_recording->append(sampleRecord(two, "{}\r\n", Side::Server, 0, 2)).has_value());
        QVERIFY(m_recording->append(sampleRecord(two, QByteArray(1'000'000, 'z'))).has_value());
        QVERIFY(m_recording->setMark(1, { true, QStringLiteral("look") }));
    }

    void packets()
    {
        const auto lines = fields({ "frame.interface_id", "frame.interface_name", "frame.packet_flags_direction",
                                    "exported_pdu.p2p_dir", "frame.comment", "frame.time_epoch", "data.data" });
        QVERIFY(lines.has_value());
        QCOMPARE(lines->size(), 3 + 4 + 1); // the last record spans four packets; a mark
        QCOMPARE(
            lines->at(0),
            QByteArray("0|/tmp/CoreFxPipe_pipe_test1 #1 worker 4242|0x00000002|0|connected: client: "
                       "pipeglass 17 (root), server: worker 4242 (ann)|1.000000000|"));
        QCOMPARE(
            lines->at(1),
            QByteArray("0|/tmp/CoreFxPipe_pipe_test1 #1 worker 4242|0x00000002|0||1764000000.123456798|7465737432"));
        QCOMPARE(lines->at(2), QByteArray("1|/tmp/b \\x0a #2 worker 4242|0x00000001|1||1764000000.123456793|7b7d"));
        QByteArray joined;
        QCOMPARE(lines->last().split('|').at(4), QByteArray("item 2 is marked: look"));
        for (qsizetype i = 3; i < lines->size() - 1; ++i)
            joined += lines->at(i).split('|').last();
        QCOMPARE(QByteArray::fromHex(joined), QByteArray(1'000'000, 'z'));
    }

    /// A file rewritten by Wireshark's tools is still a recording.
    void savedAgain()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("editcap")).isEmpty())
            QSKIP("editcap is not installed");
        const QByteArray copy = m_directory.filePath("copy.pcapng");
        QVERIFY(run(QStringLiteral("editcap"), { QString::fromLocal8Bit(m_path), QString::fromLocal8Bit(copy) })
                    .has_value());
        const auto again = Recording::open(copy);
        QVERIFY(again.has_value());
        QVERIFY(!(*again)->isCutOff());
        QCOMPARE((*again)->count(), m_recording->count());
        for (quint64 number = 0; number < m_recording->count(); ++number)
            QVERIFY(isSame((*again)->read(number).value(), m_recording->read(number).value()));
        QVERIFY((*again)->event(0).value() == m_recording->event(0).value());
        QVERIFY((*again)->mark(1) == m_recording->mark(1));
        QVERIFY(isSame((*again)->connections()[1], m_recording->connections()[1]));
    }
};

QTEST_GUILESS_MAIN(TestWireshark)

} // namespace tst_wireshark

#include "tst_wireshark.moc"
