// SPDX-License-Identifier: MIT
#include "compose/composebar.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "host/hostdialog.h"
#include "pipes/pipespanel.h"
#include "preferences/preferencesdialog.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"
#include "widgets/colors.h"
#include "widgets/framingbox.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>

namespace tst_preferences {

using namespace pipeglass;

class TestPreferences : public QObject {
    Q_OBJECT

private:
    static ui::PreferencesDialog *open(const test::Window &w)
    {
        w.find<QAction>("actionPreferences")->trigger();
        return w.window.findChild<ui::PreferencesDialog *>();
    }

    static void choose(const QWidget *dialog, const char *box, int row)
    {
        auto *one = dialog->findChild<QComboBox *>(QLatin1String(box));
        one->setCurrentIndex(row);
        Q_EMIT one->activated(row);
    }

private Q_SLOTS:
    void appliesAndRemembers()
    {
        const test::PrivateDirectory directory;
        const QString file = QFile::decodeName(directory.filePath("settings"));
        {
            test::Window w(file);
            const auto *dialog = open(w);
            QVERIFY(dialog != nullptr);
            choose(dialog, "themeBox", 2);
            QVERIFY(ui::isDark(QApplication::palette()));
            choose(dialog, "languageBox", 2);
            choose(dialog, "timesBox", 1);
            choose(dialog, "framingBox", 3);
            choose(dialog, "limitBox", 0);
            choose(dialog, "policyBox", 1);
            choose(dialog, "scopeBox", 1);
            QVERIFY(w.find<QAction>("actionScopeDotNet")->isChecked());
            dialog->findChild<QCheckBox *>(QStringLiteral("attachHintBox"))->click();
            dialog->findChild<QCheckBox *>(QStringLiteral("animationsBox"))->click();
            dialog->findChild<QCheckBox *>(QStringLiteral("actionGoneBox"))->click();
            QVERIFY(w.find<QAction>("actionGone")->isChecked());
            w.find<QAction>("actionGone")->trigger();
            QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("actionGoneBox"))->isChecked());
            w.find<QAction>("actionHost")->trigger();
            const auto *host = w.window.findChild<ui::HostDialog *>();
            QCOMPARE(
                host->findChild<ui::FramingBox *>(QStringLiteral("framing"))->framing()->id(),
                w.framings.all()[3]->id());
            w.theme.apply(QStringLiteral("system"));
        }
        const ui::Settings settings(file);
        QCOMPARE(settings.theme(), QStringLiteral("dark"));
        QCOMPARE(settings.language(), QStringLiteral("ko"));
        QVERIFY(settings.times() == ui::Settings::Times::Utc);
        QCOMPARE(settings.framing(), framing::FramingRegistry().all()[3]->id());
        QCOMPARE(settings.recordingLimit(), qint64{ 64 } << 20U);
        QVERIFY(settings.limitPolicy() == engine::LimitPolicy::Stop);
        QVERIFY(settings.scope() == catalog::Scope::DotNet);
        QVERIFY(!settings.attachHintWanted());
        QVERIFY(!settings.animationsWanted());
    }

    /// A favourite has a name, text or hex, and its framing, which the conversation gets.
    void favouriteMessages()
    {
        const test::PrivateDirectory directory;
        const QString file = QFile::decodeName(directory.filePath("settings"));
        ui::Settings(file).saveFavourite({ QStringLiteral("ping"), QStringLiteral("70 69"), true, "line" });
        test::Window w(file);
        auto *menu = w.find<QMenu>("menuFavourites");
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().first()->isEnabled());
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = "favourites";
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("ping"));
        menu->actions().first()->trigger();
        const ui::ConversationPanel *panel = w.window.conversations().current();
        const auto *field = panel->findChild<ui::ComposeBar *>();
        QCOMPARE(field->text(), QStringLiteral("70 69"));
        QCOMPARE(
            field->findChild<QComboBox *>(QStringLiteral("modeBox"))->currentIndex(), int{ ui::ComposeBar::HexMode });
        QTRY_COMPARE(panel->session().framing.server->id(), QByteArray("line"));
        QCOMPARE(ui::Settings(file).favourites().size(), 1);
        w.settings.removeFavourite(QStringLiteral("ping"));
        QVERIFY(w.settings.favourites().empty());
    }

    void recordingsGoToAnotherDirectory()
    {
        const test::PrivateDirectory directory;
        ui::Settings settings(QFile::decodeName(directory.filePath("settings")));
        QVERIFY(!settings.hasOwnKeptDirectory());
        QVERIFY(settings.keptDirectory().endsWith("/conversations"));
        settings.setKeptDirectory("/elsewhere");
        QCOMPARE(settings.keptDirectory(), QByteArray("/elsewhere"));
        settings.setKeptDirectory({});
        QVERIFY(settings.keptDirectory().endsWith("/conversations"));
        QVERIFY(ui::Settings(QString()).keptDirectory().isEmpty());
    }

    void repairsAtTheStartAreTold()
    {
        test::Window w;
        exchange::RepairOutcome outcome;
        outcome.path = "/tmp/CoreFxPipe_orders";
        outcome.action = exchange::RepairAction::Restored;
        outcome.reason = QStringLiteral("its tap was killed");
        Q_EMIT w.workers.repaired({ outcome });
        QVERIFY(w.window.pipes().bar()->text().contains(QStringLiteral("\"orders\" leads to its server again")));
    }
};

QTEST_MAIN(TestPreferences)

} // namespace tst_preferences

#include "tst_preferences.moc"
