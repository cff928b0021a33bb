// SPDX-License-Identifier: MIT
#include "overview/drawinglayout.h"
#include "support/testmain.h"
#include "ui/topologyvalues.h"

#include <QFontDatabase>

#include <algorithm>

namespace tst_drawinglayout {

using namespace pipeglass;
using catalog::Connection;
using catalog::PipeEntry;
using catalog::PipeState;
using ui::DrawingLayout;
using ui::Topology;
using Role = DrawingLayout::Role;

class TestDrawingLayout : public QObject {
    Q_OBJECT

private:
    static DrawingLayout drawn(const PipeEntry &entry, const std::vector<Connection> &connections, double width)
    {
        const QFontMetricsF metrics(QFontDatabase::systemFont(QFontDatabase::GeneralFont));
        return { entry, Topology(entry, connections), width, metrics };
    }

    static auto count(const DrawingLayout &layout, Role role)
    {
        return std::count_if(
            layout.boxes.begin(), layout.boxes.end(), [role](const auto &box) { return box.role == role; });
    }

    static std::vector<Connection> crowd(int clients)
    {
        std::vector<Connection> all;
        for (int client = 1; client <= clients; ++client)
            all.push_back(test::connected(1000 + client, static_cast<quint64>(client) * 100'000, 3));
        all.push_back(test::waitingClient(5000));
        return all;
    }

private Q_SLOTS:
    void everythingHasItsPlace_data()
    {
        QTest::addColumn<int>("clients");
        QTest::addColumn<double>("width");
        for (const int clients : { 0, 1, 3, 40 }) {
            for (const double width : { 180.0, 300.0, 480.0, 700.0, 1600.0 })
                QTest::addRow("%d clients, %d wide", clients, int(width)) << clients << width;
        }
    }
    void everythingHasItsPlace()
    {
        QFETCH(int, clients);
        QFETCH(double, width);
        const DrawingLayout layout = drawn(test::listeningPipe(), crowd(clients), width);
        const QRectF whole(QPointF(0, 0), layout.size);
        QCOMPARE(layout.size.width(), width);
        for (size_t at = 0; at < layout.boxes.size(); ++at) {
            QVERIFY(whole.contains(layout.boxes[at].place));
            QVERIFY(layout.boxes[at].place.width() > 60);
            for (size_t other = at + 1; other < layout.boxes.size(); ++other)
                QVERIFY(!layout.boxes[at].place.intersects(layout.boxes[other].place));
        }
        const QFontMetricsF metrics(QFontDatabase::systemFont(QFontDatabase::GeneralFont));
        for (const DrawingLayout::Arrow &arrow : layout.arrows) {
            QVERIFY(whole.contains(arrow.line.p1()) && whole.contains(arrow.line.p2()));
            QVERIFY(arrow.above.isEmpty() || metrics.horizontalAdvance(arrow.above) < arrow.line.length());
            QVERIFY(arrow.below.isEmpty() || metrics.horizontalAdvance(arrow.below) < arrow.line.length());
        }
        QCOMPARE(count(layout, Role::Pipe), 1);
        QCOMPARE(count(layout, Role::Server), 1);
        QCOMPARE(count(layout, Role::Waiting), 1);
        QCOMPARE(count(layout, Role::More), clients > 3 ? 1 : 0);
    }

    void linesHaveTheUnreadBytes()
    {
        const std::vector<Connection> all = { test::connected(7, 12, 0), test::connected(8, 0, 0),
                                              test::waitingClient(9) };
        const DrawingLayout wide = drawn(test::listeningPipe(), all, 700);
        QVERIFY(!wide.isNarrow);
        QCOMPARE(wide.arrows[0].above, QStringLiteral("→ 12 B"));
        QCOMPARE(wide.arrows[0].below, QStringLiteral("← 0"));
        QCOMPARE(wide.arrows[1].above, QStringLiteral("all read"));
        QCOMPARE(wide.arrows[2].above, QStringLiteral("waiting"));
        QCOMPARE(wide.arrows[2].style, DrawingLayout::Style::Dashed);
        QCOMPARE(wide.arrows[3].above, QStringLiteral("→ 12 B")); // the sum, to the server
        const DrawingLayout narrow = drawn(test::listeningPipe(), all, 250);
        QVERIFY(narrow.isNarrow);
        QCOMPARE(narrow.boxes[0].side, QStringList({ QStringLiteral("→ 12 B"), QStringLiteral("← 0") }));
        QCOMPARE(narrow.boxes[2].side, QStringList{ QStringLiteral("waiting") });
    }

    void oneClientSaysItOnce()
    {
        const DrawingLayout layout = drawn(test::listeningPipe(), { test::connected(7, 12, 0) }, 700);
        QCOMPARE(layout.arrows[0].above, QStringLiteral("→ 12 B"));
        QCOMPARE(layout.arrows[1].above, QString());
    }

    void noClientsAreDrawn_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("nobodies");
        QTest::addColumn<bool>("blocked");
        QTest::newRow("no client") << int(PipeState::Listening) << 1 << false;
        QTest::newRow("stale") << int(PipeState::Stale) << 2 << true;
        QTest::newRow("orphaned") << int(PipeState::Orphaned) << 1 << true;
        QTest::newRow("taken over") << int(PipeState::TakenOver) << 1 << true;
    }
    void noClientsAreDrawn()
    {
        QFETCH(int, state);
        QFETCH(int, nobodies);
        QFETCH(bool, blocked);
        PipeEntry entry = test::listeningPipe();
        entry.state = static_cast<PipeState>(state);
        if (entry.state == PipeState::Stale)
            entry.server = QList<ProcessInfo>();
        for (const double width : { 250.0, 700.0 }) {
            const DrawingLayout layout = drawn(entry, {}, width);
            QCOMPARE(count(layout, Role::Nobody), nobodies);
            QCOMPARE(layout.arrows.front().style == DrawingLayout::Style::Blocked, blocked);
            const auto crosses =
                std::count_if(layout.arrows.begin(), layout.arrows.end(), [](const DrawingLayout::Arrow &arrow) {
                    return arrow.style == DrawingLayout::Style::Blocked;
                });
            QCOMPARE(crosses, blocked ? 1 : 0);
        }
    }

    void toolTipsSayAll()
    {
        const DrawingLayout layout = drawn(test::listeningPipe(), { test::connected(7, 12, 0) }, 700);
        const QString client = layout.toolTipAt(layout.boxes.front().place.center());
        QVERIFY(client.contains(QStringLiteral("pid 7")));
        QVERIFY(client.contains(QStringLiteral("12 bytes not yet read by the server")));
        QVERIFY(layout.toolTipAt(layout.arrows.front().line.center()).contains(QStringLiteral("12 bytes")));
        QCOMPARE(layout.toolTipAt({ -50, -50 }), QString());
    }
};

QTEST_MAIN(TestDrawingLayout)

} // namespace tst_drawinglayout

#include "tst_drawinglayout.moc"
