// SPDX-License-Identifier: MIT
#include "capture/samples.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace tst_recordingcrash {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

class TestRecordingCrash : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    static QByteArray payloadOf(quint64 number, qsizetype size)
    {
        QByteArray payload(size, static_cast<char>('a' + number % 26));
        return payload.prepend(QByteArray::number(number) + ' ');
    }

    /// Appends until killed, and reports the count after each append.
    [[noreturn]] static void appendForEver(const QByteArray &path, qsizetype size, int report)
    {
        auto recording = Recording::create(path);
        const auto connection =
            recording ? (*recording)->addConnection(sampleConnection()).value_or(ConnectionId{}) : ConnectionId{};
        for (quint64 number = 0;; ++number) {
            const auto added = (*recording)->append(sampleRecord(connection, payloadOf(number, size)));
            if (!added || ::write(report, &number, sizeof number) != sizeof number)
                ::_exit(1);
        }
    }

private Q_SLOTS:
    void killed_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<quint64>("most");
        QTest::newRow("small") << qsizetype{ 20 } << quint64{ 1000 };
        QTest::newRow("a packet") << qsizetype{ 100'000 } << quint64{ 100 };
        QTest::newRow("several packets") << qsizetype{ 4'000'000 } << quint64{ 10 };
    }

    /// After a kill at a random moment, every completed append is in the file. PIPEGLASS_KILLS: how many.
    void killed()
    {
        QFETCH(qsizetype, size);
        QFETCH(quint64, most);
        const int rounds = qMax(3, qEnvironmentVariableIntValue("PIPEGLASS_KILLS"));
        for (int round = 0; round < rounds; ++round) {
            const quint64 fewest = 1 + QRandomGenerator::global()->bounded(most);
            const QByteArray path =
                m_directory.filePath("killed" + QByteArray::number(round) + '-' + QTest::currentDataTag());
            int report[2] = {};
            QCOMPARE(::pipe(report), 0);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0)
                appendForEver(path, size, report[1]);
            ::close(report[1]);
            quint64 last = 0;
            while (last < fewest) {
                if (::read(report[0], &last, sizeof last) != sizeof last)
                    break;
            }
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            while (::read(report[0], &last, sizeof last) == sizeof last) { }
            ::close(report[0]);
            QVERIFY(WIFSIGNALED(status));
            const auto recording = Recording::open(path);
            QVERIFY(recording.has_value());
            QVERIFY((*recording)->count() > last);
            for (quint64 number = 0; number < (*recording)->count(); ++number) {
                const auto record = (*recording)->read(number);
                QVERIFY(record.has_value());
                const QByteArray whole = payloadOf(number, size);
                QVERIFY(number <= last ? record->wire.view() == whole : whole.startsWith(record->wire.view()));
            }
            ::unlink(path.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestRecordingCrash)

} // namespace tst_recordingcrash

#include "tst_recordingcrash.moc"
