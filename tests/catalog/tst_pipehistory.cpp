// SPDX-License-Identifier: MIT
#include "catalog/entries/pipehistory.h"
#include "support/testmain.h"

namespace tst_pipehistory {

using namespace pipeglass;
using namespace pipeglass::catalog;

PipeEntryPtr pipe(PipeState state = PipeState::Listening)
{
    auto entry = std::make_shared<PipeEntry>();
    entry->directory = "/d";
    entry->fileName = "x";
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
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 0 }));
        history.take({ { pipe() }, {}, {} }, at(2));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), at(2), 0 }));
        history.take({ {}, {}, { pipe() } }, at(3));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 1 }));
        for (int i = 0; i < 13; ++i)
            history.take({ { pipe() }, {}, { pipe() } }, at(4 + i));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 14 }));
    }

    void losingTheNameIsGone()
    {
        PipeHistory history;
        history.take({ {}, {}, { pipe() } }, at(1));
        history.take({ {}, { pipe(PipeState::Orphaned) }, {} }, at(2));
        QCOMPARE(history.of("/d/x")->gone, std::optional(at(2)));
        history.take({ {}, { pipe(PipeState::TakenOver) }, { pipe() } }, at(3));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 1 }));
        history.take({ { pipe(PipeState::TakenOver) }, {}, {} }, at(4));
        QCOMPARE(*history.of("/d/x"), (PipeHistory::Record{ at(1), {}, 1 }));
    }

    void isBounded()
    {
        PipeHistory history;
        for (int i = 0; i < 60'000; ++i) {
            auto entry = std::make_shared<PipeEntry>();
            entry->directory = "/d";
            entry->fileName = QByteArray::number(i);
            history.take({ {}, {}, { entry } }, at(i));
            history.take({ { entry }, {}, {} }, at(i));
        }
        QVERIFY(history.all().size() <= 50'000);
        QVERIFY(history.of("/d/59999") != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestPipeHistory)

} // namespace tst_pipehistory

#include "tst_pipehistory.moc"
