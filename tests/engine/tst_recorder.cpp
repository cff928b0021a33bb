// SPDX-License-Identifier: MIT
#include "engine/disklimit.h"
#include "engine/recorded.h"
#include "engine/recorder.h"
#include "support/testmain.h"

#include <QSignalSpy>

namespace tst_recorder {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

struct Fixture {
    Fixture()
        : recorder(*capture::Recording::create())
        , recorded(&recorder, &Recorder::recorded)
        , grew(&recorder, &Recorder::grew)
        , stalled(&recorder, &Recorder::stalled)
        , resumed(&recorder, &Recorder::resumed)
        , id(*recorder.addConnection({}))
    {
    }

    void record(const QByteArray &wire)
    {
        recorder.record({ now(), id, Side::Server, FrameProblem::None, Slice(wire), 0, 0 });
    }

    [[nodiscard]] QByteArray stream() const { return streamOf(*recorder.recording(), id, Side::Server); }

    Recorder recorder;
    QSignalSpy recorded;
    QSignalSpy grew;
    QSignalSpy stalled;
    QSignalSpy resumed;
    ConnectionId id;
};

class TestRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsRecorded()
    {
        Fixture f;
        f.recorder.record(capture::Event{ {}, f.id, capture::EventKind::Connected });
        f.record("hello");
        QCOMPARE(f.grew.count(), 2);
        QCOMPARE(f.recorded.count(), 1);
        const auto message = f.recorded.first().first().value<MessageEvent>();
        QCOMPARE(message.number, quint64{ 1 });
        QCOMPARE(message.record.wire.toByteArray(), QByteArray("hello"));
        QVERIFY(f.recorder.finish());
    }

    void aFullDiskLosesNothing()
    {
        Fixture f;
        f.record("before ");
        {
            const DiskLimit full;
            f.record("during ");
            QVERIFY(f.recorder.isStalled());
            QCOMPARE(f.stalled.count(), 1);
            QCOMPARE(f.stalled.first().first().value<Error>().code, ErrorCode::DiskFull);
            f.record("still ");
            QCOMPARE(f.stalled.count(), 1); // said once
            QCOMPARE(f.recorded.count(), 1); // nothing is told before it is recorded
            QCOMPARE(f.stream(), QByteArray("before "));
        }
        // What a slot adds while the waiting ones are written comes behind them.
        connect(&f.recorder, &Recorder::recorded, this, [&f](const MessageEvent &message) {
            if (message.record.wire.toByteArray() == "during ")
                f.record("answer ");
        });
        QTRY_COMPARE(f.resumed.count(), 1);
        QVERIFY(!f.recorder.isStalled());
        f.record("after");
        QCOMPARE(f.stream(), QByteArray("before during still answer after"));
    }

    void theLastTryAtTheEnd()
    {
        Fixture f;
        {
            const DiskLimit full;
            f.record("waits");
            QCOMPARE(f.recorder.finish().error().code, ErrorCode::DiskFull);
        }
        QVERIFY(f.recorder.finish());
        QCOMPARE(f.stream(), QByteArray("waits"));
    }
};

QTEST_GUILESS_MAIN(TestRecorder)

} // namespace tst_recorder

#include "tst_recorder.moc"
