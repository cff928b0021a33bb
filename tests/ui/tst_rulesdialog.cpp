// SPDX-License-Identifier: MIT
#include "cli/testclient.h"
#include "conversation/conversationpanel.h"
#include "host/hostdialog.h"
#include "host/rulemodel.h"
#include "host/rulesdialog.h"
#include "pipes/pipespanel.h"
#include "rules/rulefile.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace tst_rulesdialog {

using namespace pipeglass;
using ui::RuleModel;

QPushButton *okOf(const QDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

void click(const QWidget &parent, const char *name)
{
    parent.findChild<QAbstractButton *>(QLatin1String(name))->click();
}

/// Types a text into a cell.
void enter(const ui::RulesDialog &dialog, int row, int column, const QString &text)
{
    auto *table = dialog.findChild<QTableView *>(QStringLiteral("rules"));
    const QModelIndex index = table->model()->index(row, column);
    table->setCurrentIndex(index);
    table->edit(index);
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    editor->setText(text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(table->findChild<QLineEdit *>() == nullptr);
}

void choose(const ui::RulesDialog &dialog, int row, int column, int choice)
{
    auto *table = dialog.findChild<QTableView *>(QStringLiteral("rules"));
    const QModelIndex index = table->model()->index(row, column);
    table->setCurrentIndex(index);
    table->edit(index);
    auto *box = table->findChild<QComboBox *>();
    QVERIFY(box != nullptr);
    box->setCurrentIndex(choice);
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY(table->findChild<QComboBox *>() == nullptr);
}

class TestRulesDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreWrittenInTheTable()
    {
        const test::PrivateDirectory directory;
        ui::RulesDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(okOf(dialog)->isEnabled()); // no rules: by hand
        QVERIFY(!dialog.findChild<QWidget *>(QStringLiteral("save"))->isEnabled());
        click(dialog, "add");
        click(dialog, "add");
        choose(dialog, 0, RuleModel::When, static_cast<int>(rules::Condition::Json));
        auto *problem = dialog.findChild<QLabel *>(QStringLiteral("problem"));
        QVERIFY2(
            problem->isVisible() && problem->text().startsWith(QStringLiteral("Rule 1: ")),
            qPrintable(problem->text()));
        QVERIFY(!okOf(dialog)->isEnabled());
        enter(dialog, 0, RuleModel::Pattern, QStringLiteral("method == 'ping'"));
        QVERIFY2(!problem->isVisible(), qPrintable(problem->text()));
        enter(dialog, 0, RuleModel::Reply, QStringLiteral("pong {json.id}"));
        choose(dialog, 0, RuleModel::Then, static_cast<int>(rules::Then::Close));
        auto *table = dialog.findChild<QTableView *>(QStringLiteral("rules"));
        table->model()->setData(table->model()->index(0, RuleModel::Once), Qt::Checked, Qt::CheckStateRole);
        table->model()->setData(table->model()->index(0, RuleModel::Delay), 20, Qt::EditRole);
        click(dialog, "down");
        QCOMPARE(table->currentIndex().row(), 1);
        const QByteArray path = directory.filePath("rules.toml");
        dialog.saveFile(path);
        const auto *bar = dialog.findChild<ui::MessageBar *>();
        QTRY_VERIFY(bar->text().contains(QStringLiteral("Saved")));
        const std::vector<rules::Rule> expected{
            { rules::Condition::Any,
              {},
              rules::ReplyKind::Template,
              QStringLiteral("{text}"),
              0,
              false,
              rules::Then::GoOn },
            { rules::Condition::Json, QStringLiteral("method == 'ping'"), rules::ReplyKind::Template,
              QStringLiteral("pong {json.id}"), 20, true, rules::Then::Close },
        };
        QCOMPARE(rules::readRules(path)->rules(), expected);

        ui::RulesDialog other({});
        other.setAttribute(Qt::WA_DeleteOnClose, false);
        other.show();
        other.openFile(directory.filePath("none.toml"));
        QTRY_VERIFY(other.findChild<ui::MessageBar *>()->text().contains(QStringLiteral("none.toml")));
        other.openFile(path);
        QTRY_COMPARE(other.findChild<RuleModel *>()->rules(), expected);
        QCOMPARE(other.findChild<ui::MessageBar *>()->text(), QString());
        click(other, "remove");
        QCOMPARE(other.findChild<RuleModel *>()->rowCount(), 1);
    }

    void hostsByRulesAndChangesThemLive()
    {
        test::Window w;
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.find<QAction>("actionHost")->trigger();
        auto *host = w.window.findChild<ui::HostDialog *>();
        host->setName(QStringLiteral("ruled"));
        click(*host, "byRules");
        QVERIFY(!okOf(*host)->isEnabled()); // no rules yet
        click(*host, "editRules");
        auto *dialog = host->findChild<ui::RulesDialog *>();
        click(*dialog, "add");
        enter(*dialog, 0, RuleModel::Reply, QStringLiteral("first {count}"));
        okOf(*dialog)->click();
        QVERIFY(okOf(*host)->isEnabled());
        okOf(*host)->click();
        QTRY_COMPARE(opened.count(), 1);
        test::Client client(w.directory.filePath("CoreFxPipe_ruled"));
        client.send(test::framed("x"));
        QCOMPARE(client.receive(11), test::framed("first 1"));

        const auto *panel = opened.first().at(1).value<ui::ConversationPanel *>();
        click(*panel, "rulesButton");
        auto *live = panel->findChild<ui::RulesDialog *>();
        QCOMPARE(live->findChild<RuleModel *>()->rowCount(), 1);
        enter(*live, 0, RuleModel::Reply, QStringLiteral("second"));
        okOf(*live)->click();
        QTRY_VERIFY(
            panel->session().answerRules.size() == 1
            && panel->session().answerRules.front().reply == QLatin1String("second"));
        client.send(test::framed("x"));
        QCOMPARE(client.receive(21), test::framed("first 1") + test::framed("second"));
    }
};

QTEST_MAIN(TestRulesDialog)

} // namespace tst_rulesdialog

#include "tst_rulesdialog.moc"
