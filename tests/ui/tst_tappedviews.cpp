// SPDX-License-Identifier: MIT
#include "charts/conversationviews.h"
#include "charts/ratechart.h"
#include "charts/sequencedelegate.h"
#include "charts/sequenceview.h"
#include "conversation/messagespane.h"
#include "models/conversation/conversationmodel.h"
#include "support/testmain.h"
#include "ui/tappedpipe.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTableView>
#include <QTreeView>

namespace tst_tappedviews {

using namespace pipeglass;
using models::ConversationModel;
using test::Tapped;

/// Rows of messages of one side.
std::vector<int> rowsFrom(const Tapped &t, Side side)
{
    const ConversationModel *model = t.panel->messages();
    const QString direction = side == Side::Client ? QStringLiteral("client →") : QStringLiteral("← server");
    std::vector<int> rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, ConversationModel::Direction).data().toString() == direction)
            rows.push_back(row);
    }
    return rows;
}

/// What differs from the ground in a column of pixels.
int paintedIn(const QImage &image, QRgb ground, int x, int top, int bottom)
{
    int count = 0;
    for (int y = top; y <= bottom; ++y)
        count += image.pixel(x, y) != ground ? 1 : 0;
    return count;
}

/// Every view that shows who sent a message, of a conversation in which neither side is ours.
class TestTappedViews : public QObject {
    Q_OBJECT

private:
    static void talk(Tapped &t)
    {
        QVERIFY(t.server.isValid());
        Tapped::say(t.client, "question");
        QTRY_COMPARE(rowsFrom(t, Side::Client).size(), size_t{ 1 });
        Tapped::say(t.server, "answer");
        QTRY_COMPARE(rowsFrom(t, Side::Server).size(), size_t{ 1 });
    }

private Q_SLOTS:
    void theFilterKnowsTheSides()
    {
        Tapped t;
        talk(t);
        t.panel->pane()->setFilter(QStringLiteral("from == server"));
        QTRY_VERIFY(rowsFrom(t, Side::Client).empty());
        QTRY_COMPARE(rowsFrom(t, Side::Server).size(), size_t{ 1 });
        t.panel->pane()->setFilter(QStringLiteral("from == client"));
        QTRY_VERIFY(rowsFrom(t, Side::Server).empty());
        QTRY_COMPARE(rowsFrom(t, Side::Client).size(), size_t{ 1 });
    }

    void aMessageNamesItsSender()
    {
        Tapped t;
        talk(t);
        if (QTest::currentTestFailed())
            return;
        const auto *facts = t.find<QLabel>("facts");
        for (const Side side : { Side::Client, Side::Server }) {
            const int row = rowsFrom(t, side).front();
            QVERIFY(t.panel->pane()->showItem(static_cast<quint64>(row)));
            const auto who = side == Side::Client ? QStringLiteral("Message 1, from the client: 8 bytes")
                                                  : QStringLiteral("Message 2, from the server: 6 bytes");
            QTRY_VERIFY2(facts->text().startsWith(who), qPrintable(facts->text()));
        }
    }

    void clientsAndTheStateOfTheirLinks()
    {
        Tapped t;
        talk(t);
        const QAbstractItemModel *clients = t.find<QTreeView>("clients")->model();
        QCOMPARE(clients->rowCount(), 1);
        const auto texts = [clients] {
            QStringList all;
            for (int column = 0; column < clients->columnCount(); ++column)
                all += clients->index(0, column).data().toString();
            return all;
        };
        QVERIFY(texts().contains(QStringLiteral("open both ways")));
        ::shutdown(t.client.get(), SHUT_WR);
        QTRY_VERIFY2(texts().contains(QStringLiteral("the client sends no more")), qPrintable(texts().join(u'|')));
    }

    void ratesOfBothSides()
    {
        Tapped t;
        talk(t);
        t.panel->views()->show(ui::ConversationViews::Rates);
        const auto *chart = t.panel->findChild<ui::RateChart *>();
        const auto all = [chart] {
            QString sentences;
            for (int bar = 0; bar < chart->bars(); ++bar)
                sentences += chart->sentence(bar) + u'\n';
            return sentences;
        };
        QTRY_VERIFY2(all().contains(QStringLiteral("client 1 message, 12 B")), qPrintable(all()));
        QTRY_VERIFY2(all().contains(QStringLiteral("server 1 message, 10 B")), qPrintable(all()));
    }

    /// The head of the arrow is at the side that hears it.
    void arrowsPointToTheOtherSide()
    {
        Tapped t;
        talk(t);
        t.panel->views()->show(ui::ConversationViews::Sequence);
        const QTableView *table = t.panel->findChild<ui::SequenceView *>()->table();
        constexpr int headLength = 10;
        constexpr int within = headLength - 2; // of its tip
        for (const Side side : { Side::Client, Side::Server }) {
            const QModelIndex index = table->model()->index(rowsFrom(t, side).front(), ConversationModel::Preview);
            const auto heads = [&] {
                const QRect row = table->visualRect(index);
                const QImage image = table->viewport()->grab().toImage();
                const auto lanes = ui::SequenceLanes::in(row, table->fontMetrics());
                if (!image.rect().contains(row))
                    return std::pair(0, 0);
                const int top = row.bottom() - headLength;
                const QRgb ground = image.pixel(lanes.client - 3, row.bottom() - 1);
                return std::pair(
                    paintedIn(image, ground, lanes.client + within, top, row.bottom()),
                    paintedIn(image, ground, lanes.server - within, top, row.bottom()));
            };
            const auto isRight = [&] {
                const auto [atClient, atServer] = heads();
                return side == Side::Client ? atServer > 5 && atClient < 4 : atClient > 5 && atServer < 4;
            };
            (void)QTest::qWaitFor(isRight);
            const auto [atClient, atServer] = heads();
            QVERIFY2(isRight(), qPrintable(QStringLiteral("%1 %2 pixels").arg(atClient).arg(atServer)));
        }
    }
};

QTEST_MAIN(TestTappedViews)

} // namespace tst_tappedviews

#include "tst_tappedviews.moc"
