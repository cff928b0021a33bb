// SPDX-License-Identifier: MIT
#include "engine/disklimit.h"
#include "engine/recorded.h"
#include "engine/sessions/recorder.h"
#include "support/testmain.h"

#include <QSignalSpy>

namespace tst_recorder {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

struct Fixture {
    explicit Fixture(DiskPolicy policy = DiskPolicy::Wait)
        : recorder(*capture::Recording::create(), policy)
        , recorded(&recorder, &Recorder::recorded)
        , grew(&recorder, &Recorder::grew)
        , stalled(&recorder, &Recorder::stalled)
        , losing(&recorder, &Recorder::losing)
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
    QSignalSpy losing;
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

    void goingOnCountsWhatIsLost()
    {
        Fixture f(DiskPolicy::GoOn);
        f.record("before");
        {
            const DiskLimit full;
            f.record("one");
            f.record("four");
            QVERIFY(!f.recorder.isStalled());
            QCOMPARE(f.losing.count(), 1); // said once
            QCOMPARE(f.recorded.count(), 3); // told all the same
            QVERIFY(!f.recorded.last().first().value<MessageEvent>().isRecorded);
            QCOMPARE(f.recorder.lost().messages, quint64{ 2 });
            QCOMPARE(f.recorder.lost().bytes, quint64{ 7 });
            QVERIFY(f.recorder.addConnection({}).has_value()); // is written when there is space
        }
        QTRY_COMPARE(f.resumed.count(), 1);
        const auto recording = f.recorder.recording();
        const capture::Event lost = recording->event(recording->count() - 1).value();
        QCOMPARE(lost.kind, capture::EventKind::Lost);
        QCOMPARE(lost.messages, quint64{ 2 });
        QCOMPARE(lost.bytes, quint64{ 7 });
        QVERIFY(lost.side == Side::Server);
        QCOMPARE(recording->connections().size(), size_t{ 2 });
        f.record("after");
        QCOMPARE(f.stream(), QByteArray("beforeafter"));
    }

    void whoWaitsMayDecideToGoOn()
    {
        Fixture f;
        const DiskLimit full;
        f.record("waits");
        QVERIFY(f.recorder.isStalled());
        f.recorder.setPolicy(DiskPolicy::GoOn);
        QVERIFY(!f.recorder.isStalled());
        QCOMPARE(f.resumed.count(), 1);
        QCOMPARE(f.recorder.lost().messages, quint64{ 1 });
        QCOMPARE(f.recorded.count(), 1);
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
