// SPDX-License-Identifier: MIT
#include "models/charts/ratecounts.h"
#include "support/testmain.h"

namespace tst_ratecounts {

using namespace pipeglass;
using models::RateCounts;

capture::RecordSummary message(double seconds, Side from, qsizetype size)
{
    capture::RecordSummary summary;
    summary.time = { static_cast<qint64>(seconds * static_cast<double>(nanosecondsPerSecond)) };
    summary.from = from;
    summary.wireSize = size;
    return summary;
}

class TestRateCounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts()
    {
        RateCounts counts;
        counts.add(0, message(10.2, Side::Client, 5));
        counts.add(1, message(10.9, Side::Server, 7));
        capture::RecordSummary event = message(11, Side::Client, 0);
        event.isEvent = true;
        counts.add(2, event);
        counts.add(3, message(12.0, Side::Client, 1));
        counts.add(4, message(9.9, Side::Client, 1)); // a clock that went back
        QCOMPARE(counts.start(), qint64{ 10 });
        const std::vector<RateCounts::Span> expected{ { { 2, 1 }, { 6, 7 }, 0, false },
                                                      {},
                                                      { { 1, 0 }, { 1, 0 }, 3, false } };
        QVERIFY(counts.spans() == expected);
        QCOMPARE(counts.startOf(2), (Timestamp{ 12 * nanosecondsPerSecond }));
    }

    /// A year with a message each hour takes no more spans than allowed, and loses nothing.
    void bounded()
    {
        RateCounts counts;
        constexpr int hours = 24 * 365;
        for (int hour = 0; hour < hours; ++hour)
            counts.add(static_cast<quint64>(hour), message(3600.0 * hour, Side::Server, 2));
        QVERIFY(counts.spans().size() <= RateCounts::mostSpans);
        quint64 sum = 0;
        for (const RateCounts::Span &span : counts.spans())
            sum += span.bytes.server;
        QCOMPARE(sum, quint64{ 2 * hours });
        QVERIFY(counts.spanSeconds() > 1);
    }
};

QTEST_GUILESS_MAIN(TestRateCounts)

} // namespace tst_ratecounts

#include "tst_ratecounts.moc"
