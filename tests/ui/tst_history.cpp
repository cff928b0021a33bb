// SPDX-License-Identifier: MIT
#include "compose/history.h"
#include "support/testmain.h"

namespace tst_history {

using pipeglass::ui::History;

History::Line text(const char *words) { return { QLatin1String(words), false }; }

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNothing()
    {
        History history;
        QVERIFY(!history.older(text("draft")));
        QVERIFY(!history.newer());
    }

    void backAndForthKeepsTheDraft()
    {
        History history;
        history.add(text("one"));
        history.add({ QStringLiteral("05 00"), true });
        QVERIFY(*history.older(text("draft")) == (History::Line{ QStringLiteral("05 00"), true }));
        QVERIFY(*history.older(text("05 00")) == text("one"));
        QVERIFY(!history.older(text("one")));
        QVERIFY(history.newer()->isHex);
        QVERIFY(*history.newer() == text("draft"));
        QVERIFY(!history.newer());
    }

    void theSameTwiceIsOne()
    {
        History history;
        history.add(text("one"));
        history.add(text("one"));
        QVERIFY(history.older({}));
        QVERIFY(!history.older({}));
    }

    void oldLinesGo()
    {
        History history;
        for (size_t number = 0; number < History::limit + 10; ++number)
            history.add({ QString::number(number), false });
        size_t steps = 0;
        while (history.older({}))
            ++steps;
        QCOMPARE(steps, History::limit);
    }
};

QTEST_GUILESS_MAIN(TestHistory)

} // namespace tst_history

#include "tst_history.moc"
