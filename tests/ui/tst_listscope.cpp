// SPDX-License-Identifier: MIT
#include "app/catalogservice.h"
#include "models/pipeentries.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/directoriesdialog.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_listscope {

using namespace pipeglass;
using models::PipeListModel;

/// What the list shows: scope, columns, removed pipes, additional directories.
class TestListScope : public QObject {
    Q_OBJECT

private:
    static QString shown(const test::Window &w)
    {
        QStringList names;
        const auto *rows = w.window.pipes().shown();
        for (int row = 0; row < rows->rowCount(); ++row)
            names += rows->index(row, PipeListModel::Name).data().toString();
        return names.join(u' ');
    }

    static QAction *action(const test::Window &w, const char *name) { return w.find<QAction>(name); }

    static bool hasColumn(const test::Window &w, int column)
    {
        return !w.find<QTreeView>("list")->isColumnHidden(column);
    }

    static QAction *columnToggle(const test::Window &w, const QString &title)
    {
        const QList<QAction *> toggles = w.find<QTreeView>("list")->header()->actions();
        const auto found =
            std::find_if(toggles.begin(), toggles.end(), [&title](const QAction *one) { return one->text() == title; });
        return found == toggles.end() ? nullptr : *found;
    }

private Q_SLOTS:
    void theSwitchWidensAndNarrows()
    {
        test::Window w;
        const UniqueFd pipe = test::listeningSocket(w.directory.filePath("CoreFxPipe_a"));
        const UniqueFd node = test::listeningSocket(w.directory.filePath("MSBuild4711"));
        QCOMPARE(::mkfifo(w.directory.filePath("some.fifo").constData(), 0600), 0);
        QTRY_COMPARE(shown(w), QStringLiteral("a"));
        QVERIFY(!hasColumn(w, PipeListModel::Endpoint));
        QTest::keyClick(&w.window, Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(shown(w), QStringLiteral("a MSBuild4711"));
        QVERIFY(hasColumn(w, PipeListModel::Endpoint));
        QVERIFY(w.find<QPushButton>("show")->text().contains(QStringLiteral(".NET endpoints")));
        action(w, "actionScopeAll")->trigger();
        QTRY_COMPARE(shown(w), QStringLiteral("a MSBuild4711 some.fifo"));
        QTRY_COMPARE(w.find<QLabel>("count")->text(), QStringLiteral("3 entries"));
        QVERIFY(w.window.pipes().select(w.directory.filePath("some.fifo")));
        action(w, "actionGone")->trigger();
        action(w, "actionScopePipes")->trigger();
        QTRY_COMPARE(shown(w), QStringLiteral("a")); // no longer listed, but not removed
        QVERIFY(!hasColumn(w, PipeListModel::Endpoint));
        QCOMPARE(w.window.pipes().current()->name(), QByteArray("a"));
    }

    void columnsAreAutomaticUntilSetByTheUser()
    {
        test::Window w;
        action(w, "actionNamespaces")->trigger();
        QVERIFY(hasColumn(w, PipeListModel::Namespace));
        QAction *toggle = columnToggle(w, QStringLiteral("Namespace"));
        QVERIFY(toggle->isChecked());
        toggle->trigger();
        QVERIFY(!hasColumn(w, PipeListModel::Namespace));
        action(w, "actionNamespaces")->trigger();
        action(w, "actionNamespaces")->trigger();
        QVERIFY(!hasColumn(w, PipeListModel::Namespace));
        const QByteArray state = w.window.pipes().saveState();
        action(w, "actionResetLayout")->trigger();
        QVERIFY(hasColumn(w, PipeListModel::Namespace));
        w.window.pipes().restoreState(state);
        QVERIFY(!hasColumn(w, PipeListModel::Namespace));
        w.window.pipes().restoreState("nonsense");
        QVERIFY(hasColumn(w, PipeListModel::Namespace));
    }

    void unreadBytesAreKnown()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_a");
        const UniqueFd pipe = test::listeningSocket(path);
        const UniqueFd client = test::connectedSocket(path);
        const UniqueFd server = test::acceptedSocket(pipe);
        QCOMPARE(::write(client.get(), "1234567", 7), 7);
        QTRY_COMPARE(shown(w), QStringLiteral("a"));
        const auto unread = [&w] {
            return w.window.pipes().shown()->index(0, PipeListModel::Unread).data().toString();
        };
        QTRY_COMPARE(unread(), QStringLiteral("7"));
        QCOMPARE(::write(client.get(), "89", 2), 2);
        QTRY_COMPARE(unread(), QStringLiteral("9"));
    }

    void namesFromSeveralDirectoriesSayWhichOne()
    {
        ui::PipesPanel panel;
        const auto *list = panel.findChild<QTreeView *>(QStringLiteral("list"));
        const catalog::PipeEntry here = test::pipe("a");
        catalog::PipeEntry there = here;
        there.directory = "/srv";
        panel.apply(test::snapshot({ here }), {});
        QVERIFY(list->isColumnHidden(PipeListModel::Directory));
        panel.apply(test::snapshot({ here, there }), {});
        QVERIFY(!list->isColumnHidden(PipeListModel::Directory));
        panel.apply(test::snapshot({ there }), {});
        QVERIFY(!list->isColumnHidden(PipeListModel::Directory));
    }

    void emptyWordsFitWhatIsListed()
    {
        test::Window w;
        const auto *words = w.find<QTreeView>("list")->viewport()->findChild<QLabel *>();
        QTRY_VERIFY(words->text().contains(QStringLiteral("No .NET pipes")));
        action(w, "actionScopeAll")->trigger();
        QTRY_VERIFY(words->text().contains(QStringLiteral("FIFO")));
        const UniqueFd pipe = test::listeningSocket(w.directory.filePath("CoreFxPipe_a"));
        QTRY_COMPARE(shown(w), QStringLiteral("a"));
        w.find<QLineEdit>("filter")->setText(QStringLiteral("zzz"));
        QVERIFY(words->text().contains(QStringLiteral("matches the filter")));
    }

    void removedPipesStayGrey()
    {
        test::Window w;
        UniqueFd pipe = test::listeningSocket(w.directory.filePath("CoreFxPipe_a"));
        QTRY_VERIFY(w.window.pipes().current());
        action(w, "actionGone")->trigger();
        QVERIFY(action(w, "actionAttach")->isEnabled());
        QCOMPARE(::unlink(w.directory.filePath("CoreFxPipe_a").constData()), 0);
        pipe.reset();
        QTRY_VERIFY(!w.window.pipes().current());
        QTRY_COMPARE(w.find<QLabel>("count")->text(), QStringLiteral("0 pipes, 1 gone"));
        QCOMPARE(shown(w), QStringLiteral("a"));
        QVERIFY(w.window.pipes().currentOrGone());
        QVERIFY(!action(w, "actionAttach")->isEnabled());
        QVERIFY(action(w, "actionCopyName")->isEnabled());
        QVERIFY(w.window.pipes().selected().empty());
        pipe = test::listeningSocket(w.directory.filePath("CoreFxPipe_a"));
        QTRY_VERIFY(w.window.pipes().current());
        QCOMPARE(w.window.pipes().history().of(w.directory.filePath("CoreFxPipe_a"))->recreated, quint32{ 1 });
    }

    void rowsAreCopiedAsTheyAreShown()
    {
        test::Window w;
        const UniqueFd a = test::listeningSocket(w.directory.filePath("CoreFxPipe_a"));
        const UniqueFd b = test::listeningSocket(w.directory.filePath("CoreFxPipe_b\t"));
        QTRY_COMPARE(w.window.pipes().shown()->rowCount(), 2);
        auto *list = w.find<QTreeView>("list");
        list->selectAll();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith(QStringLiteral("listening\ta\t")), qPrintable(lines[0]));
        QCOMPARE(lines[1].count(u'\t'), lines[0].count(u'\t'));
    }

    void theChoiceIsRemembered()
    {
        const test::PrivateDirectory place;
        const QString file = QString::fromUtf8(place.filePath("settings"));
        const std::vector<QByteArray> directories{ "/x", "/with\xff" };
        {
            ui::Settings settings(file);
            QVERIFY(settings.scope() == catalog::Scope::Pipes);
            settings.setScope(catalog::Scope::All);
            settings.setNamespacesWanted(true);
            settings.setGoneWanted(true);
            settings.setDirectories(directories);
        }
        const ui::Settings settings(file);
        QVERIFY(settings.scope() == catalog::Scope::All);
        QVERIFY(settings.namespacesWanted() && settings.goneWanted());
        QCOMPARE(settings.directories(), directories);
    }

    void directoriesAreAddedCheckedAndRemoved()
    {
        const test::PrivateDirectory place;
        ui::CatalogService service;
        ui::DirectoriesDialog dialog(service, { "/no/such/place" });
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        std::vector<QByteArray> last;
        connect(&dialog, &ui::DirectoriesDialog::changed, this, [&last](const auto &now) { last = now; });
        const auto *bar = dialog.findChild<ui::MessageBar *>();
        const auto *list = dialog.findChild<QListWidget *>();
        QTRY_VERIFY(bar->text().contains(QStringLiteral("/no/such/place"))); // remains, with the reason
        QCOMPARE(list->count(), 1);
        auto *path = dialog.findChild<QLineEdit *>(QStringLiteral("path"));
        QTest::keyClicks(path, QStringLiteral("relative"));
        QTest::keyClick(path, Qt::Key_Return);
        QVERIFY(bar->text().contains(QStringLiteral("absolute path")));
        QVERIFY(dialog.isVisible());
        path->setText(QString::fromUtf8(place.path()) + u'/');
        QTest::keyClick(path, Qt::Key_Return);
        QCOMPARE(last, (std::vector<QByteArray>{ "/no/such/place", place.path() }));
        list->item(0)->setSelected(true);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("remove")), Qt::LeftButton);
        QCOMPARE(last, (std::vector<QByteArray>{ place.path() }));
        QTRY_COMPARE(bar->text(), QString());
    }

    void anAddedDirectoryIsLookedInto()
    {
        const test::PrivateDirectory added;
        const test::PrivateDirectory usual; // TMPDIR
        test::makeStaleSocket(added.filePath("CoreFxPipe_only_here"));
        ui::Settings settings((QString()));
        const ui::Theme theme;
        ui::Workers workers{ catalog::ScanOptions{} };
        const framing::FramingRegistry framings;
        ui::MainWindow window(workers, settings, theme, framings);
        window.show();
        window.findChild<QAction *>(QStringLiteral("actionDirectories"))->trigger();
        auto *dialog = window.findChild<ui::DirectoriesDialog *>();
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->changed({ added.path() });
        QTRY_VERIFY(window.pipes().select(added.filePath("CoreFxPipe_only_here")));
        Q_EMIT dialog->changed({});
        QTRY_VERIFY(!window.pipes().select(added.filePath("CoreFxPipe_only_here")));
    }
};

QTEST_MAIN(TestListScope)

} // namespace tst_listscope

#include "tst_listscope.moc"
