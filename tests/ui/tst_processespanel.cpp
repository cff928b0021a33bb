// SPDX-License-Identifier: MIT
#include "app/catalogservice.h"
#include "core/errortext.h"
#include "models/dotnetprocesses.h"
#include "models/pipefiltermodel.h"
#include "models/processes/processtreemodel.h"
#include "pipes/pipespanel.h"
#include "processes/processespanel.h"
#include "processes/processpoller.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/elidedlabel.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>
#include <QTreeView>

#include <unistd.h>

namespace tst_processespanel {

using namespace pipeglass;
using namespace pipeglass::test;
using models::ProcessTreeModel;

/// The row with this text, of the process with this pid if given; this program serves its own pipes here.
QModelIndex rowOf(const QTreeView *tree, const QString &text, pid_t pid = 0)
{
    const QAbstractItemModel *model = tree->model();
    const auto rows = model->match(
        model->index(0, 0), Qt::DisplayRole, text, -1, Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
    for (const QModelIndex &row : rows) {
        const QModelIndex process = row.parent().isValid() ? row.parent() : row;
        if (pid == 0 || process.siblingAtColumn(ProcessTreeModel::Pid).data().toInt() == pid)
            return row;
    }
    return {};
}

QString pidText() { return QString::number(::getpid()); }

/// A window that shows the processes.
class Shown : public Window {
public:
    Shown()
    {
        find<QAction>("actionGoToProcesses")->trigger();
        tree = find<QTreeView>("processesTree");
    }
    QModelIndex row(const QString &text) const { return rowOf(tree, text, ::getpid()); }
    catalog::PipeEntryPtr chosen() const { return window.pipes().current(); }

    QTreeView *tree;
};

class TestProcessesPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aServerItsPipesAndItsFacts()
    {
        const Shown w;
        const UniqueFd server = listeningSocket(w.directory.filePath("CoreFxPipe_one"));
        const UniqueFd client = connectedSocket(w.directory.filePath("CoreFxPipe_one"));
        const UniqueFd accepted = acceptedSocket(server);
        QCOMPARE(::write(client.get(), "abc", 3), 3);
        QTRY_VERIFY_WITH_TIMEOUT(w.row(QStringLiteral("one")).isValid(), 20'000);
        QCOMPARE(w.window.focusWidget(), w.tree);
        const QModelIndex process = w.row(QStringLiteral("one")).parent();
        QVERIFY(w.tree->isExpanded(process));
        QStringList said;
        for (int row = 0; row < w.tree->model()->rowCount(process); ++row)
            said.append(w.tree->model()->index(row, ProcessTreeModel::What, process).data().toString());
        QVERIFY2(said.contains(QStringLiteral("serves: listening, 1 client")), qPrintable(said.join(u'|')));
        QVERIFY2(
            !said.filter(QStringLiteral("3 bytes not yet read by the server")).isEmpty(), qPrintable(said.join(u'|')));
        w.tree->setCurrentIndex(process);
        QTRY_VERIFY(w.find<ui::ElidedLabel>("processCommand")->fullText().contains(QStringLiteral("tests_ui")));
    }

    void aPipeOfTheListIsChosenThereToo()
    {
        const Shown w;
        const UniqueFd first = listeningSocket(w.directory.filePath("CoreFxPipe_first"));
        const UniqueFd second = listeningSocket(w.directory.filePath("CoreFxPipe_second"));
        QTRY_VERIFY_WITH_TIMEOUT(w.row(QStringLiteral("second")).isValid(), 20'000);
        QTRY_COMPARE(w.window.pipes().shown()->rowCount(), 2);
        w.find<QLineEdit>("filter")->setText(QStringLiteral("hides all"));
        w.tree->setCurrentIndex(w.row(QStringLiteral("second")));
        QCOMPARE(w.chosen()->path(), w.directory.filePath("CoreFxPipe_second"));
        QCOMPARE(w.find<QLineEdit>("filter")->text(), QString());
        QVERIFY(w.find<QAction>("actionAttach")->isEnabled());
        QTest::keyClick(w.tree, Qt::Key_Return);
        const auto *bar = w.find<QWidget>("overview")->findChild<ui::MessageBar *>(QStringLiteral("bar"));
        QTRY_VERIFY(bar->text().contains(QStringLiteral("second")));
        // The list has another selection now; the activated row counts.
        QVERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_first")));
        QTest::keyClick(w.tree, Qt::Key_Return);
        QTRY_VERIFY(bar->text().contains(QStringLiteral("second")));
        QCOMPARE(w.chosen()->path(), w.directory.filePath("CoreFxPipe_second"));
    }

    void aPipeThatIsNotListedIsShownAllTheSame()
    {
        const PrivateDirectory elsewhere;
        const Shown w;
        const UniqueFd listed = listeningSocket(w.directory.filePath("CoreFxPipe_listed"));
        const QByteArray path = elsewhere.filePath("dotnet-diagnostic-" + QByteArray::number(::getpid()) + "-1-socket");
        const UniqueFd diagnostics = listeningSocket(path);
        const UniqueFd pipe = listeningSocket(elsewhere.filePath("CoreFxPipe_elsewhere"));
        QTRY_VERIFY_WITH_TIMEOUT(w.row(QStringLiteral("elsewhere")).isValid(), 20'000);
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_listed")));
        w.tree->setCurrentIndex(w.row(QStringLiteral("elsewhere")));
        QCOMPARE(w.chosen()->path(), elsewhere.filePath("CoreFxPipe_elsewhere"));
        QVERIFY(w.find<QAction>("actionAttach")->isEnabled());
        w.window.pipes().reveal(w.chosen());
        QVERIFY(w.window.pipes().bar()->text().startsWith(QStringLiteral("\"elsewhere\" is shown on the right")));
        w.tree->setCurrentIndex(w.row(QStringLiteral("listed")));
        QCOMPARE(w.chosen()->path(), w.directory.filePath("CoreFxPipe_listed"));
        QCOMPARE(w.window.pipes().selected().size(), 1U);
    }

    void filtersCopiesAndOffersAMenu()
    {
        const Shown w;
        const UniqueFd server = listeningSocket(w.directory.filePath("CoreFxPipe_alpha"));
        QTRY_VERIFY_WITH_TIMEOUT(w.row(QStringLiteral("alpha")).isValid(), 20'000);
        w.find<QAction>("actionFind")->trigger();
        auto *filter = w.find<QLineEdit>("processesFilter");
        QCOMPARE(w.window.focusWidget(), filter);
        QTest::keyClicks(filter, QStringLiteral("alpha ") + pidText());
        QCOMPARE(w.tree->model()->rowCount(), 1);
        QCOMPARE(w.tree->model()->rowCount(w.tree->model()->index(0, 0)), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(w.window.focusWidget(), w.tree);
        w.tree->setCurrentIndex(w.row(QStringLiteral("alpha")));
        QTest::keyClick(w.tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("alpha\t\t\tserves: listening"));
        Q_EMIT w.tree->customContextMenuRequested({ 5, 5 });
        auto *menu = w.find<QMenu>("processMenu");
        QVERIFY(menu != nullptr);
        const auto chooses = [menu](const QString &words) {
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&').startsWith(words))
                    action->trigger();
            }
            return QApplication::clipboard()->text();
        };
        QCOMPARE(chooses(QStringLiteral("Copy name of the pipe")), QStringLiteral("alpha"));
        QCOMPARE(chooses(QStringLiteral("Copy pid of the process")), pidText());
        QVERIFY(chooses(QStringLiteral("Copy path")).endsWith(QStringLiteral("/CoreFxPipe_alpha")));
        chooses(QStringLiteral("Show in the list"));
        QCOMPARE(w.find<QTabWidget>("places")->currentIndex(), 0);
        menu->close();
    }

    void expansionAndSelectionAreKept()
    {
        ui::ProcessesPanel panel;
        panel.resize(500, 400);
        panel.show();
        auto *tree = panel.findChild<QTreeView *>(QStringLiteral("processesTree"));
        QSignalSpy chosen(&panel, &ui::ProcessesPanel::pipeChosen);
        catalog::DotNetProcess one = dotNetProcess(10, "one");
        one.serves = { sharedPipe("a"), sharedPipe("b") };
        catalog::DotNetProcess two = dotNetProcess(20, "two");
        two.serves = { sharedPipe("c") };
        const catalog::DotNetProcess quiet = dotNetProcess(30, "quiet");
        panel.apply({ { one, two, quiet }, {} });
        QCOMPARE(tree->currentIndex(), rowOf(tree, QStringLiteral("one")));
        QVERIFY(tree->isExpanded(rowOf(tree, QStringLiteral("two"))));
        QVERIFY(!tree->isExpanded(rowOf(tree, QStringLiteral("quiet"))));
        QCOMPARE(chosen.count(), 0);

        tree->collapse(rowOf(tree, QStringLiteral("two")));
        tree->setCurrentIndex(rowOf(tree, QStringLiteral("b")));
        QCOMPARE(chosen.count(), 1);
        one.serves = { sharedPipe("0"), sharedPipe("b") };
        panel.apply({ { dotNetProcess(5, "new"), one, two }, {} });
        QCOMPARE(tree->currentIndex(), rowOf(tree, QStringLiteral("b")));
        QVERIFY(!tree->isExpanded(rowOf(tree, QStringLiteral("two"))));
        QCOMPARE(chosen.count(), 1);

        auto *filter = panel.findChild<QLineEdit *>(QStringLiteral("processesFilter"));
        filter->setText(QStringLiteral("two"));
        QVERIFY(tree->isExpanded(rowOf(tree, QStringLiteral("two"))));
        QVERIFY(!tree->currentIndex().isValid());
        filter->clear();
        QVERIFY(!tree->isExpanded(rowOf(tree, QStringLiteral("two"))));
        QCOMPARE(tree->currentIndex(), rowOf(tree, QStringLiteral("b")));
        QCOMPARE(chosen.count(), 1);

        one.serves.clear();
        panel.apply({ { one, two }, {} });
        QCOMPARE(chosen.count(), 2);
        QVERIFY(chosen.last().first().value<catalog::PipeEntryPtr>() == nullptr);
        QCOMPARE(tree->currentIndex(), rowOf(tree, QStringLiteral("one")));
    }

    void reportsMissingAndHiddenData()
    {
        ui::ProcessesPanel panel;
        panel.show();
        const auto *words = panel.findChild<QTreeView *>()->viewport()->findChild<QLabel *>();
        QVERIFY(words->text().startsWith(QStringLiteral("Searching for")));
        const Error problem{ ErrorCode::DirectoryUnreadable, 0, "/x", {} };
        panel.apply({ {}, { problem } });
        QVERIFY(words->text().startsWith(QStringLiteral("No visible .NET processes")));
        auto *bar = panel.findChild<ui::MessageBar *>(QStringLiteral("processesBar"));
        QCOMPARE(bar->text(), errorText(problem));
        bar->dismiss();
        panel.apply({ { dotNetProcess(1, "one") }, { problem } });
        QVERIFY(bar->isHidden());
        panel.findChild<QLineEdit *>(QStringLiteral("processesFilter"))->setText(QStringLiteral("none"));
        QVERIFY(words->text().startsWith(QStringLiteral("No process matches")));
    }

    void collapsesAProcessWithManyPipes()
    {
        ui::ProcessesPanel panel;
        panel.show();
        catalog::DotNetProcess few = dotNetProcess(1, "few");
        few.anonymousPipes.resize(2);
        catalog::DotNetProcess many = dotNetProcess(2, "many");
        many.anonymousPipes.resize(1000);
        panel.apply({ { few, many }, {} });
        const auto *tree = panel.findChild<QTreeView *>();
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        QVERIFY(!tree->isExpanded(tree->model()->index(1, 0)));
    }

    void printsTheNumberOfHiddenProcesses()
    {
        ui::ProcessesPanel panel;
        panel.show();
        const auto *hidden = panel.findChild<QLabel *>(QStringLiteral("processesHidden"));
        panel.apply({});
        QVERIFY(hidden->isHidden());
        panel.apply({ {}, {}, 7 });
        QCOMPARE(
            hidden->text(),
            QStringLiteral("7 processes of other users could not be inspected; root sees which are .NET processes."));
        QVERIFY(hidden->isVisible());
    }

    void usesTheNamespacesOptionOfTheList()
    {
        ui::CatalogService service;
        ui::ProcessPoller look(service);
        QSignalSpy seen(&look, &ui::ProcessPoller::seen);
        look.setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(seen.count(), 1, 20'000);
        look.setNamespaces(false); // restores the option
        look.setNamespaces(true); // at once, not at the next interval
        look.setActive(false);
        QTRY_COMPARE_WITH_TIMEOUT(seen.count(), 2, 20'000);
    }

    void resettingTheLayoutResetsTheColumns()
    {
        const Shown w;
        QHeaderView *header = w.tree->header();
        header->moveSection(ProcessTreeModel::What, 0);
        header->resizeSection(ProcessTreeModel::User, 333);
        w.tree->sortByColumn(ProcessTreeModel::Name, Qt::DescendingOrder);
        w.find<QAction>("actionResetLayout")->trigger();
        QCOMPARE(header->visualIndex(ProcessTreeModel::What), int{ ProcessTreeModel::What });
        QVERIFY(header->sectionSize(ProcessTreeModel::User) < 333);
        QCOMPARE(header->sortIndicatorSection(), int{ ProcessTreeModel::Pid });
    }

    void asksOneQuestionAtATime()
    {
        ui::CatalogService service;
        ui::ProcessPoller look(service);
        QSignalSpy seen(&look, &ui::ProcessPoller::seen);
        look.setActive(true);
        for (int times = 0; times < 5; ++times)
            look.scanNow();
        QTRY_COMPARE_WITH_TIMEOUT(seen.count(), 2, 20'000);
        look.setActive(false);
        look.noteChange(); // not active
        QCoreApplication::processEvents();
        QCOMPARE(seen.count(), 2);
    }

    void thePlaceIsRemembered()
    {
        const PrivateDirectory directory;
        ui::Settings settings(QString::fromUtf8(directory.filePath("settings")));
        const ui::Theme theme;
        for (const int place : { 0, 1 }) {
            ui::Workers workers({ { directory.path() } });
            const framing::FramingRegistry framings;
            ui::MainWindow window(workers, settings, theme, framings);
            window.show();
            QCOMPARE(window.findChild<QTabWidget *>(QStringLiteral("places"))->currentIndex(), place);
            window.findChild<QAction *>(QStringLiteral("actionGoToProcesses"))->trigger();
            window.close();
        }
    }
};

QTEST_MAIN(TestProcessesPanel)

} // namespace tst_processespanel

#include "tst_processespanel.moc"
