// SPDX-License-Identifier: MIT
#include "capture/samples.h"
#include "support/testmain.h"

#include <thread>

namespace tst_recordingthreads {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

/// A payload that contains its record's number, sometimes large enough for several packets.
QByteArray payloadOf(quint64 number)
{
    return QByteArray::number(number).repeated(number % 500 == 499 ? 100'000 : static_cast<qsizetype>(number % 7));
}

class TestRecordingThreads : public QObject {
    Q_OBJECT

    std::atomic<quint64> m_wrong{ 0 };

    /// Operations that any thread may do during an append.
    void readOne(const Recording &recording, quint64 number)
    {
        const RecordSummary summary = recording.summary(number);
        if (!recording.connection(summary.connection))
            ++m_wrong;
        if (summary.isEvent) {
            const auto event = recording.event(number);
            m_wrong += !event || event->note != QString::number(number);
            return;
        }
        const auto record = recording.read(number);
        const auto start = recording.payloadStart(number, 10);
        const QByteArray payload = payloadOf(number);
        m_wrong += !record || record->payload().view() != payload || !start
            || *start != payload.first(qMin<qsizetype>(10, payload.size()));
    }

private Q_SLOTS:
    void readWhileItGrows()
    {
        constexpr quint64 many = 6000;
        const RecordingPtr recording = Recording::create().value();
        const auto read = [&](quint32 seed) {
            QRandomGenerator random(seed);
            for (quint64 count = 0; count < many; count = recording->count()) {
                if (count == 0)
                    continue;
                readOne(*recording, count - 1);
                readOne(*recording, random.generate64() % count);
            }
        };
        std::thread one(read, 1);
        std::thread two(read, 2);
        ConnectionId connection;
        for (quint64 number = 0; number < many; ++number) {
            if (number % 1000 == 0)
                connection = recording->addConnection(sampleConnection()).value();
            if (number % 10 == 3) {
                QVERIFY(recording->append(note(connection, {}, QString::number(number))).has_value());
                continue;
            }
            QVERIFY(
                recording->append(sampleRecord(connection, "head" + payloadOf(number), Side::Server, 4)).has_value());
        }
        one.join();
        two.join();
        QCOMPARE(m_wrong.load(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestRecordingThreads)

} // namespace tst_recordingthreads

#include "tst_recordingthreads.moc"
