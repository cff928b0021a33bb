// SPDX-License-Identifier: MIT
#include "models/pipeentries.h"
#include "models/pipelistmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_pipelistmodel {

using namespace pipeglass;
using models::PipeListModel;
using test::pipe;
using test::snapshot;

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QStringList names(const PipeListModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, PipeListModel::Name).data().toString());
    return all;
}

QString goneNames(const PipeListModel &model)
{
    QString all;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(PipeListModel::GoneRole).toBool())
            all += model.index(row, PipeListModel::Name).data().toString();
    }
    return all;
}

void step(PipeListModel &model, const catalog::SnapshotPtr &before, const catalog::SnapshotPtr &after)
{
    model.apply(after, catalog::difference(*before, *after));
}

class TestPipeListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheWatcher()
    {
        PipeListModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        const auto empty = snapshot({});
        const auto first = snapshot({ pipe("b"), pipe("d") });
        const auto second = snapshot({ pipe("a"), pipe("b"), pipe("c"), pipe("d"), pipe("e"), pipe("f") });
        const auto third = snapshot({ pipe("c"), pipe("f") });
        step(model, empty, empty);
        QCOMPARE(model.rowCount(), 0);
        step(model, empty, first);
        QCOMPARE(names(model), QStringList({ QStringLiteral("b"), QStringLiteral("d") }));
        step(model, first, second);
        QCOMPARE(names(model).join(QString()), QStringLiteral("abcdef"));
        step(model, second, third);
        QCOMPARE(names(model).join(QString()), QStringLiteral("cf"));
        step(model, third, empty);
        QCOMPARE(model.rowCount(), 0);
    }

    void laterChangesAreNoReset()
    {
        PipeListModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        const auto first = snapshot({ pipe("a"), pipe("b") });
        model.apply(first, {});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex b = model.index(1, PipeListModel::Name);
        const auto second = snapshot({ pipe("b") });
        step(model, first, second);
        QCOMPARE(b.row(), 0);
        QCOMPARE(resets.count(), 0);
    }

    void aTakenOverPipeHasTwoRows()
    {
        PipeListModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        catalog::PipeEntry old = pipe("b");
        old.socketCookie = 7;
        old.file = { { 1, 70 }, 0 };
        catalog::PipeEntry lost = old;
        lost.state = catalog::PipeState::TakenOver;
        lost.hasFile = false;
        catalog::PipeEntry thief = pipe("b");
        thief.socketCookie = 8;
        thief.file = { { 1, 80 }, 0 };
        const auto first = snapshot({ pipe("a"), old, pipe("c") });
        const auto second = snapshot({ pipe("a"), thief, lost, pipe("c") });
        model.apply(first, {});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex c = model.index(2, PipeListModel::Name);
        step(model, first, second);
        QCOMPARE(names(model).join(QString()), QStringLiteral("abbc"));
        QCOMPARE(model.entry(1)->socketCookie, quint64{ 8 });
        QCOMPARE(model.entry(2)->state, catalog::PipeState::TakenOver);
        QCOMPARE(c.row(), 3);
        const auto third = snapshot({ pipe("a"), thief, pipe("c") });
        step(model, second, third);
        QCOMPARE(names(model).join(QString()), QStringLiteral("abc"));
        step(model, third, second);
        step(model, second, first); // the new file was removed, and the old listener has its name back
        QCOMPARE(names(model).join(QString()), QStringLiteral("abc"));
        QCOMPARE(model.entry(1)->state, old.state);
        QCOMPARE(resets.count(), 0);
    }

    void listenerRegainsItsNameInPlaceOfARemovedRow()
    {
        PipeListModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.setShowsGone(true);
        catalog::PipeEntry old = pipe("b");
        old.socketCookie = 7;
        catalog::PipeEntry lost = old;
        lost.state = catalog::PipeState::Orphaned;
        lost.hasFile = false;
        catalog::PipeEntry other = pipe("b");
        other.socketCookie = 8;
        other.file = { { 1, 80 }, 0 };
        const auto both = snapshot({ pipe("a"), other, lost });
        const auto without = snapshot({ pipe("a"), lost });
        const auto again = snapshot({ pipe("a"), old });
        step(model, snapshot({}), both);
        step(model, both, without);
        QCOMPARE(goneNames(model), QStringLiteral("b"));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex a = model.index(0, PipeListModel::Name);
        step(model, without, again);
        QCOMPARE(resets.count(), 0);
        QVERIFY(a.isValid());
        QCOMPARE(names(model).join(QString()), QStringLiteral("ab"));
        QCOMPARE(goneNames(model), QString());
        QCOMPARE(model.goneCount(), 0);
        QCOMPARE(model.entry(1)->socketCookie, quint64{ 7 });
        QVERIFY(!model.history().of("/tmp/CoreFxPipe_b")->gone);
    }

    void aChangeIsOneWholeRow()
    {
        PipeListModel model;
        const auto first = snapshot({ pipe("a"), pipe("b") });
        model.apply(first, {});
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        catalog::PipeEntry busy = pipe("b");
        busy.clients = 3;
        step(model, first, snapshot({ pipe("a"), busy }));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex(), model.index(1, 0));
        QCOMPARE(changes[0][1].toModelIndex(), model.index(1, PipeListModel::ColumnCount - 1));
        QCOMPARE(model.index(1, PipeListModel::Clients).data().toString(), QStringLiteral("3"));
    }

    void reboundFileKeepsItsRow()
    {
        PipeListModel model;
        const auto first = snapshot({ pipe("a", 1) });
        const auto second = snapshot({ pipe("a", 2) });
        model.apply(first, {});
        const QPersistentModelIndex row = model.index(0, 0);
        catalog::SnapshotDiff anew;
        anew.removed = first->entries;
        anew.added = second->entries;
        model.apply(second, anew);
        QVERIFY(row.isValid());
        QCOMPARE(model.entry(0)->file.id.inode, quint64{ 2 });
    }

    void comparesRowsIfTheDifferenceDoesNotMatch()
    {
        PipeListModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.apply(snapshot({ pipe("a"), pipe("b") }), {});
        const auto after = snapshot({ pipe("b"), pipe("c") });
        catalog::SnapshotDiff fromNothing;
        fromNothing.added = after->entries;
        model.apply(after, fromNothing);
        QCOMPARE(names(model).join(QString()), QStringLiteral("bc"));
    }

    void goneOnesStayInSightWhereThatIsWanted()
    {
        PipeListModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        const auto first = snapshot({ pipe("a"), pipe("b"), pipe("c") });
        const auto second = snapshot({ pipe("b") });
        step(model, snapshot({}), first);
        step(model, first, second);
        QCOMPARE(names(model).join(QString()), QStringLiteral("b"));
        model.setShowsGone(true); // also those removed before
        QCOMPARE(names(model).join(QString()), QStringLiteral("abc"));
        QCOMPARE(goneNames(model), QStringLiteral("ac"));
        QCOMPARE(model.goneCount(), 2);
        step(model, second, snapshot({}));
        QCOMPARE(goneNames(model), QStringLiteral("abc"));
        const QPersistentModelIndex row = model.index(2, 0);
        step(model, snapshot({}), snapshot({ pipe("c", 9) }));
        QCOMPARE(goneNames(model), QStringLiteral("ab"));
        QCOMPARE(row.data(PipeListModel::GoneRole).toBool(), false);
        QCOMPARE(model.index(2, PipeListModel::Recreated).data().toString(), QStringLiteral("1"));
        model.setShowsGone(false);
        QCOMPARE(names(model).join(QString()), QStringLiteral("c"));
        model.setShowsGone(true);
        model.forgetGoneBut([](const catalog::PipeEntry &entry) { return entry.name() == "a"; });
        QCOMPARE(names(model).join(QString()), QStringLiteral("ac"));
    }

    void unlistedIsNotRemoved()
    {
        PipeListModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.setShowsGone(true);
        const auto wide = snapshot({ pipe("a"), pipe("b") });
        const auto narrow = snapshot({ pipe("b") });
        step(model, snapshot({}), wide);
        model.apply(narrow, catalog::difference(*wide, *narrow), PipeListModel::Cause::OptionsChanged);
        QCOMPARE(names(model).join(QString()), QStringLiteral("b"));
        QVERIFY(!model.history().of("/tmp/CoreFxPipe_a")->gone);
        model.apply(wide, catalog::difference(*narrow, *wide), PipeListModel::Cause::OptionsChanged);
        QCOMPARE(names(model).join(QString()), QStringLiteral("ab"));
        QCOMPARE(model.history().of("/tmp/CoreFxPipe_a")->recreated, quint32{ 0 });
    }

    void namesAreEscaped()
    {
        PipeListModel model;
        model.apply(snapshot({ pipe("a\n\xe2\x80\xae\xff<b>") }), {});
        QCOMPARE(
            model.index(0, PipeListModel::Name).data().toString(), QStringLiteral("a\\x0a\\xe2\\x80\\xae\\xff<b>"));
        QVERIFY(model.index(0, PipeListModel::Name).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b")));
    }

    void entriesByRowAndPath()
    {
        PipeListModel model;
        model.apply(snapshot({ pipe("a"), pipe("b") }), {});
        QCOMPARE(model.rowOf("/tmp/CoreFxPipe_b"), 1);
        QCOMPARE(model.rowOf("/tmp/CoreFxPipe_zz"), -1);
        QCOMPARE(model.entry(2), catalog::PipeEntryPtr());
        QCOMPARE(model.entry(-1), catalog::PipeEntryPtr());
        QCOMPARE(model.index(0, 0).data(PipeListModel::EntryRole).value<catalog::PipeEntryPtr>(), model.entry(0));
    }

    void everyColumnHasATitle()
    {
        PipeListModel model;
        for (int column = 0; column < PipeListModel::ColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPipeListModel)

} // namespace tst_pipelistmodel

#include "tst_pipelistmodel.moc"
