// SPDX-License-Identifier: MIT
#include "catalog/entries/pipehistory.h"
#include "support/testmain.h"

namespace tst_pipehistory {

using namespace pipeglass;
using namespace pipeglass::catalog;

PipeEntryPtr pipe(PipeState state = PipeState::Listening, const QByteArray &name = "x")
{
    auto entry = std::make_shared<PipeEntry>();
    entry->directory = "/d";
    entry->fileName = name;
    entry->state = state;
    entry->hasFile = state == PipeState::Listening;
    return entry;
}

Timestamp at(qint64 second) { return { second }; }

class TestPipeHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsReCreations()
    {
        PipeHistory history;
        QVERIFY(history.of("/d/x") == nullptr);
        history.take({ {}, {}, { pipe() } }, at(1));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 0, {} }));
        const PipeEntryPtr last = pipe();
        history.take({ { last }, {}, {} }, at(2));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), at(2), 0, last }));
        history.take({ {}, {}, { pipe() } }, at(3));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 1, {} }));
        for (int i = 0; i < 13; ++i)
            history.take({ { pipe() }, {}, { pipe() } }, at(4 + i));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 14, {} }));
    }

    void losingTheNameIsGone()
    {
        PipeHistory history;
        history.take({ {}, {}, { pipe() } }, at(1));
        history.take({ {}, { pipe(PipeState::Orphaned) }, {} }, at(2));
        QCOMPARE(history.of("/d/x")->gone, std::optional(at(2)));
        history.take({ {}, { pipe(PipeState::TakenOver) }, { pipe() } }, at(3));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 1, {} }));
        history.take({ { pipe(PipeState::TakenOver) }, {}, {} }, at(4));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 1, {} }));
    }

    void aListenerWithoutANameIsNotMissed()
    {
        PipeHistory history;
        history.take({ {}, {}, { pipe() } }, at(1));
        history.take({ {}, { pipe(PipeState::Orphaned) }, {} }, at(2));
        history.take({ { pipe(PipeState::Orphaned) }, {}, {} }, at(3));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), at(2), 0, {} }));
    }

    void keepsHowSomeLooked()
    {
        PipeHistory history;
        const std::vector<PipeEntryPtr> all{ pipe(), pipe(PipeState::Listening, "y") };
        history.take({ {}, {}, all }, at(1));
        history.take({ all, {}, {} }, at(2));
        history.keepLast([](const PipeEntry &entry) { return entry.fileName == "y"; });
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), at(2), 0, {} }));
        QCOMPARE(history.of("/d/y")->last, all[1]);
    }

    void theOldestAreForgotten()
    {
        PipeHistory history;
        history.take({ {}, {}, { pipe() } }, at(0));
        for (int i = 0; i < 30'000; ++i) {
            const PipeEntryPtr one = pipe(PipeState::Listening, QByteArray::number(i));
            history.take({ {}, {}, { one } }, at(i));
            history.take({ { one }, {}, {} }, at(i));
        }
        QVERIFY(history.all().size() <= 10'001);
        QVERIFY(history.of("/d/29999") != nullptr);
        QVERIFY(history.of("/d/0") == nullptr);
        QVERIFY(history.of("/d/x") != nullptr); // still there
    }

    void thoseThatGoInOneMomentHaveALimitToo()
    {
        PipeHistory history;
        std::vector<PipeEntryPtr> all;
        for (int i = 0; i < 20'000; ++i)
            all.push_back(pipe(PipeState::Listening, QByteArray::number(i)));
        history.take({ {}, {}, { pipe() } }, at(1));
        history.take({ { pipe() }, {}, all }, at(2));
        history.take({ all, {}, {} }, at(3));
        QVERIFY(history.all().size() <= 10'000);
        QVERIFY(history.all().size() >= 5'000);
        QVERIFY(history.of("/d/x") == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestPipeHistory)

} // namespace tst_pipehistory

#include "tst_pipehistory.moc"
