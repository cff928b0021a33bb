// SPDX-License-Identifier: MIT
#include "access/accesspanel.h"
#include "access/permissions/target.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTreeWidget>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_accesspanel {

using namespace pipeglass;

/// Uses a separate journal instead of the user's.
class Fixture {
public:
    Fixture()
    {
        qputenv("XDG_STATE_HOME", state.path());
        window = std::make_unique<test::Window>();
        ::chmod(window->directory.path().constData(), 0755); // so that it may be searched
    }

    QByteArray path(const QByteArray &name) const { return window->directory.filePath("CoreFxPipe_" + name); }

    UniqueFd serve(const QByteArray &name, mode_t mode = 0755) const
    {
        UniqueFd fd = test::listeningSocket(path(name));
        ::chmod(path(name).constData(), mode);
        return fd;
    }

    void open(const QByteArray &name) const
    {
        QTRY_VERIFY(window->window.pipes().select(path(name)));
        window->find<QAction>("actionAccess")->trigger();
        QTRY_VERIFY(window->find<QWidget>("permissionEditor")->isEnabled());
    }

    access::Permissions permissions(const QByteArray &name) const
    {
        return access::readTarget(path(name)).value().facts.permissions;
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return window->find<Widget>(name);
    }

    QString bar() const { return find<ui::MessageBar>("accessBar")->text(); }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void press(const char *name) const { QTest::keyClick(find<QWidget>(name), Qt::Key_Space); }

    test::PrivateDirectory state;
    std::unique_ptr<test::Window> window; ///< its directory is the TMPDIR, so it comes after `state`
};

class TestAccessPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("XDG_STATE_HOME"); }

    void saysWhoCanConnect()
    {
        const Fixture f;
        const UniqueFd server = f.serve("who");
        f.open("who");
        QTRY_VERIFY(f.find<QLabel>("whoSentence")->text().contains(QStringLiteral("lack write permission")));
        QVERIFY(f.find<QTreeWidget>("people")->topLevelItemCount() >= 3);
        QCOMPARE(f.find<QLineEdit>("octal")->text(), QStringLiteral("0755"));
        QCOMPARE(f.find<QLineEdit>("symbolic")->text(), QStringLiteral("rwxr-xr-x"));
        QVERIFY(!f.find<QPushButton>("apply")->isEnabled());
        if (::geteuid() == 0)
            QVERIFY(f.bar().contains(QStringLiteral("runs as root")));
    }

    void aChangeIsShownThenDoneThenUndone()
    {
        const Fixture f;
        const UniqueFd server = f.serve("loop");
        f.open("loop");
        const access::Permissions before = f.permissions("loop");
        f.press("othersCan");
        QTRY_VERIFY(f.find<QLabel>("gains")->text().contains(QStringLiteral("everyone")));
        QVERIFY(f.find<QLabel>("loses")->text().contains(QStringLiteral("nobody")));
        QCOMPARE(f.permissions("loop"), before);
        f.click("copyCommand");
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("chmod")));
        f.click("apply");
        QTRY_VERIFY(f.bar().contains(QStringLiteral("changed to 0757")));
        QCOMPARE(f.permissions("loop").mode, FileMode(0757));
        QTest::mouseClick(
            f.find<ui::MessageBar>("accessBar")->findChild<QPushButton *>(QStringLiteral("messageAnswer")),
            Qt::LeftButton);
        QTRY_VERIFY(f.bar().contains(QStringLiteral("as it was before")));
        QCOMPARE(f.permissions("loop"), before);
    }

    void theHistoryTakesBackAfterARestart()
    {
        const Fixture f;
        const UniqueFd server = f.serve("again");
        f.open("again");
        const access::Permissions before = f.permissions("again");
        f.press("groupCan");
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        f.click("apply");
        QTRY_COMPARE(f.permissions("again").mode, FileMode(0775));
        // The list is read from the journal on disk, as after a restart.
        f.find<QTabBar>("accessTabs")->setCurrentIndex(3);
        QTRY_COMPARE(f.find<QTreeWidget>("history")->topLevelItemCount(), 1);
        f.click("undoEntry");
        QTRY_COMPARE(f.permissions("again"), before);
        QTRY_VERIFY(!f.find<QPushButton>("undoEntry")->isEnabled());
    }

    void oneMoreUserAndTheMaskTrap()
    {
        const Fixture f;
        const UniqueFd server = f.serve("acl", 0644);
        f.open("acl");
        f.click("presetUser");
        QTest::keyClicks(f.find<QLineEdit>("addName"), QStringLiteral("daemon"));
        QTest::keyClick(f.find<QLineEdit>("addName"), Qt::Key_Return);
        QTRY_VERIFY(f.find<QLabel>("gains")->text().contains(QStringLiteral("user daemon")));
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        f.click("apply");
        QTRY_VERIFY(f.permissions("acl").acl.isExtended());
        QTRY_VERIFY(!f.find<QPushButton>("apply")->isEnabled());
        QVERIFY(!f.find<QPushButton>("liftMask")->isVisible());

        ::chmod(f.path("acl").constData(), 0644); // by a user who is not aware of the ACL
        QTRY_VERIFY(f.find<QPushButton>("liftMask")->isVisible());
        QVERIFY(f.find<QTreeWidget>("aclList")->topLevelItem(0)->text(1).contains(QStringLiteral("mask")));
        f.click("liftMask");
        QTRY_VERIFY(f.find<QLabel>("gains")->text().contains(QStringLiteral("user daemon")));
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        f.click("apply");
        QTRY_COMPARE(f.permissions("acl").mode, FileMode(0664));
    }

    void severalPipesChangeInWhatWasTouchedOnly()
    {
        const Fixture f;
        const UniqueFd one = f.serve("m1", 0755);
        const UniqueFd two = f.serve("m2", 0775);
        QTRY_VERIFY(f.window->window.pipes().select(f.path("m2")));
        f.open("m1");
        QTest::keyClick(f.find<QTreeView>("list"), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(f.find<QCheckBox>("groupCan")->checkState(), Qt::PartiallyChecked);
        QCOMPARE(f.find<QCheckBox>("ownerCan")->checkState(), Qt::Checked);
        f.press("othersCan");
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        f.click("apply");
        QTRY_COMPARE(f.permissions("m2").mode, FileMode(0777));
        QCOMPARE(f.permissions("m1").mode, FileMode(0757));
    }

    void aPipeThatVanishedGivesASentence()
    {
        const Fixture f;
        const UniqueFd server = f.serve("gone");
        f.open("gone");
        f.press("othersCan");
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        ::unlink(f.path("gone").constData());
        f.click("apply");
        QTRY_VERIFY(f.find<QLabel>("whoSentence")->text().contains(QStringLiteral("gone")) || !f.bar().isEmpty());
        QTRY_VERIFY(f.find<QLabel>("whoSentence")->text().contains(QStringLiteral("gone")));
    }

    void whyNotAnswersForAProcess()
    {
        const Fixture f;
        const UniqueFd server = f.serve("why");
        f.open("why");
        f.find<QTabBar>("accessTabs")->setCurrentIndex(1);
        auto *list = f.find<QTreeWidget>("processes");
        QTRY_VERIFY(list->topLevelItemCount() > 0);
        QTest::keyClicks(f.find<QLineEdit>("processFilter"), QString::number(::getpid()));
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            if (list->topLevelItem(row)->text(0) == QString::number(::getpid())) {
                QVERIFY(!list->topLevelItem(row)->isHidden());
                list->setCurrentItem(list->topLevelItem(row));
            }
        }
        QTRY_VERIFY(f.find<QLabel>("whySentence")->text().contains(QStringLiteral("can connect")));
    }

    void keepsAChange()
    {
        const Fixture f;
        UniqueFd server = f.serve("kept");
        f.open("kept");
        f.press("othersCan");
        QTRY_VERIFY(f.find<QCheckBox>("keepThis")->isEnabled());
        f.press("keepThis");
        f.click("apply");
        QTRY_COMPARE(f.find<QTreeWidget>("kept")->topLevelItemCount(), 1);
        ::unlink(f.path("kept").constData());
        server = f.serve("kept", 0755);
        QTRY_COMPARE(f.permissions("kept").mode, FileMode(0757));
        QTRY_VERIFY(f.bar().contains(QStringLiteral("applied again")));
    }

    void byKeyboardAlone()
    {
        const Fixture f;
        const UniqueFd server = f.serve("keys");
        QTRY_VERIFY(f.window->window.pipes().select(f.path("keys")));
        f.window->window.activateWindow();
        QTest::keyClick(&f.window->window, Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(f.find<QWidget>("permissionEditor")->isEnabled());
        QTest::keyClick(&f.window->window, Qt::Key_I, Qt::ControlModifier);
        QTRY_COMPARE(f.window->window.focusWidget(), f.find<QCheckBox>("othersCan"));
        QTest::keyClick(f.window->window.focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        for (int step = 0; step < 40 && f.window->window.focusWidget() != f.find<QPushButton>("apply"); ++step)
            QTest::keyClick(f.window->window.focusWidget(), Qt::Key_Tab);
        QCOMPARE(f.window->window.focusWidget(), f.find<QPushButton>("apply"));
        QTest::keyClick(f.window->window.focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(f.permissions("keys").mode, FileMode(0757));
        QTRY_VERIFY(f.bar().contains(QStringLiteral("changed to")));
        const auto *editor = f.find<QWidget>("permissionEditor");
        QVERIFY(editor->isAncestorOf(f.window->window.focusWidget())); // its button is disabled now
        auto *undo = f.find<ui::MessageBar>("accessBar")->findChild<QPushButton *>(QStringLiteral("messageAnswer"));
        undo->setFocus();
        QTest::keyClick(undo, Qt::Key_Space);
        QTRY_COMPARE(f.permissions("keys").mode, FileMode(0755));
        QVERIFY(editor->isAncestorOf(f.window->window.focusWidget()));
    }

    void theFocusStaysWhenAServerDies()
    {
        const Fixture f;
        UniqueFd server = f.serve("dies");
        f.open("dies");
        f.find<QWidget>("othersCan")->setFocus();
        ::unlink(f.path("dies").constData());
        server.reset();
        QTRY_VERIFY(!f.find<QWidget>("permissionEditor")->isEnabled());
        QCOMPARE(f.window->window.focusWidget(), f.find<QTabBar>("accessTabs"));
    }

    void undoAsksBeforeRevertingLaterChanges()
    {
        const Fixture f;
        const UniqueFd server = f.serve("others");
        f.open("others");
        f.press("othersCan");
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        f.click("apply");
        QTRY_COMPARE(f.permissions("others").mode, FileMode(0757));
        QTRY_VERIFY(f.bar().contains(QStringLiteral("changed to")));
        ::chmod(f.path("others").constData(), 0700);
        auto *answer = f.find<ui::MessageBar>("accessBar")->findChild<QPushButton *>(QStringLiteral("messageAnswer"));
        answer->click();
        QTRY_VERIFY(f.bar().contains(QStringLiteral("changed again since")));
        QCOMPARE(f.permissions("others").mode, FileMode(0700));
        answer->click();
        QTRY_COMPARE(f.permissions("others").mode, FileMode(0755));
    }

    void restoresTheDraftOfAPipe()
    {
        const Fixture f;
        const UniqueFd one = f.serve("d1");
        const UniqueFd two = f.serve("d2");
        f.open("d1");
        f.press("othersCan");
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        QTRY_VERIFY(f.window->window.pipes().select(f.path("d2")));
        QTRY_VERIFY(!f.find<QPushButton>("apply")->isEnabled());
        QVERIFY(f.window->window.pipes().select(f.path("d1")));
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        QCOMPARE(f.find<QCheckBox>("othersCan")->checkState(), Qt::Checked);
    }

    void manyPipesShareALine()
    {
        const Fixture f;
        std::vector<UniqueFd> servers;
        for (int number = 0; number < 30; ++number)
            servers.push_back(f.serve("many" + QByteArray::number(number)));
        QTRY_VERIFY(f.window->window.pipes().select(f.path("many29")));
        f.open("many0");
        QTest::keyClick(f.find<QTreeView>("list"), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(f.find<QLabel>("whoSentence")->text().contains(QStringLiteral("and 26 more")));
        f.press("othersCan");
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        QCOMPARE(f.find<QLabel>("gains")->text(), QStringLiteral("+ 30 pipes gain: everyone"));
        QCOMPARE(f.find<QLabel>("beforeAfter")->text().count(u'\n'), 0);
        QVERIFY(f.find<QLabel>("command")->text().contains(QStringLiteral("and 27 more")));
        f.click("copyCommand");
        QCOMPARE(QApplication::clipboard()->text().count(QStringLiteral("chmod")), 30);
        f.click("apply");
        QTRY_VERIFY(f.bar().contains(QStringLiteral("30 pipes changed to")));
    }

    void theOverviewLeadsToTheSmallestFix()
    {
        const Fixture f;
        const UniqueFd server = f.serve("lead");
        QTRY_VERIFY(f.window->window.pipes().select(f.path("lead")));
        f.click("accessButton");
        QTRY_VERIFY(f.find<QPushButton>("apply")->isEnabled());
        QVERIFY(f.find<QLabel>("gains")->text().contains(QStringLiteral("group")));
    }
};

QTEST_MAIN(TestAccessPanel)

} // namespace tst_accesspanel

#include "tst_accesspanel.moc"
