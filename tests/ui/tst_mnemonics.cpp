// SPDX-License-Identifier: MIT
#include "access/accesspanel.h"
#include "conversation/conversationpanel.h"
#include "host/hostdialog.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

#include <sys/stat.h>

namespace tst_mnemonics {

using namespace pipeglass;
using ui::MessageBar;

/// The active mnemonic letters, each with its texts.
QMap<QString, QStringList> mnemonicsOf(const QWidget &window)
{
    QMap<QString, QStringList> found;
    const auto add = [&found](const QString &text) {
        if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
            found[keys.toString()] += text;
    };
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->shortcut().isEmpty())
            found[button->shortcut().toString()] += button->text();
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            add(label->text());
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                add(tabs->tabText(tab));
        }
        if (qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : widget->actions())
                add(action->text());
        }
    }
    return found;
}

QString clashes(const QMap<QString, QStringList> &mnemonics)
{
    QStringList lines;
    for (auto one = mnemonics.begin(); one != mnemonics.end(); ++one) {
        if (one->size() > 1)
            lines << one.key() + QLatin1String(": ") + one->join(QLatin1String(" / "));
    }
    return lines.join(u'\n');
}

QString clashesIn(const QMenu &menu)
{
    QMap<QString, QStringList> found;
    for (const QAction *action : menu.actions()) {
        if (const QKeySequence keys = QKeySequence::mnemonic(action->text()); !keys.isEmpty())
            found[keys.toString()] += action->text();
    }
    return clashes(found);
}

#define NO_CLASH(window) QVERIFY2(clashes(mnemonicsOf(window)).isEmpty(), qPrintable(clashes(mnemonicsOf(window))))

class TestMnemonics : public QObject {
    Q_OBJECT

private:
    static QByteArray path(const test::Window &w, const QByteArray &name)
    {
        return w.directory.filePath("CoreFxPipe_" + name);
    }

    static void host(test::Window &w, const QByteArray &name)
    {
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = name;
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(w.window.pipes().select(path(w, name)));
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : { "en", "ko" })
            QTest::newRow(language) << QString::fromLatin1(language);
    }

    /// Each function runs in English, then in Korean.
    void init()
    {
        QFETCH_GLOBAL(QString, language);
        installTranslations(language);
    }

    void initTestCase()
    {
        QVERIFY(m_state.isValid());
        qputenv("XDG_STATE_HOME", m_state.path().toLocal8Bit());
    }

    void overviewAndConversation()
    {
        test::Window w;
        NO_CLASH(w.window); // nothing is listed
        test::makeStaleSocket(path(w, "stale"));
        QTRY_VERIFY(w.window.pipes().select(path(w, "stale")));
        NO_CLASH(w.window);
        host(w, "live");
        QTRY_VERIFY(w.find<QPushButton>("peekButton")->isVisible());
        NO_CLASH(w.window);
        QVERIFY(mnemonicsOf(w.window).size() > 10); // to make sure that the test finds them
        w.window.attachToCurrent();
        NO_CLASH(w.window); // with a question
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.attach(w.window.pipes().current());
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(w.find<QWidget>("connections")->isVisible());
        NO_CLASH(w.window);
        w.find<QAbstractButton>("halfCloseButton")->click();
        NO_CLASH(w.window);
        w.find<QAction>("actionGoToProcesses")->trigger();
        NO_CLASH(w.window);
        w.find<QAction>("actionDemo")->trigger();
        NO_CLASH(w.window);
    }

    void access()
    {
        test::Window w;
        ::chmod(w.directory.path().constData(), 0755);
        host(w, "live");
        w.find<QAction>("actionAccess")->trigger();
        QTRY_VERIFY(w.find<QWidget>("permissionEditor")->isEnabled());
        NO_CLASH(w.window);
        QTest::keyClicks(w.find<QLineEdit>("addName"), QStringLiteral("daemon"));
        QTest::keyClick(w.find<QLineEdit>("addName"), Qt::Key_Return);
        QTRY_VERIFY(w.find<QPushButton>("apply")->isEnabled());
        QVERIFY(w.find<QPushButton>("copyCommand")->isVisible() && w.find<QPushButton>("removeEntry")->isVisible());
        NO_CLASH(w.window);
        w.find<QCheckBox>("keepThis")->setChecked(true);
        w.find<QPushButton>("apply")->click();
        auto *bar = w.find<MessageBar>("accessBar");
        QTRY_VERIFY(!bar->text().isEmpty());
        const QString changed = bar->text();
        for (int tab = 0; tab < 4; ++tab) {
            w.find<QTabBar>("accessTabs")->setCurrentIndex(tab);
            QTest::qWait(0);
            NO_CLASH(w.window);
        }
        ::chmod(path(w, "live").constData(), 0604);
        w.find<QTabBar>("accessTabs")->setCurrentIndex(0);
        QTRY_VERIFY(w.find<QPushButton>("liftMask")->isVisible());
        NO_CLASH(w.window);
        QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        QTRY_VERIFY(bar->text() != changed); // it was changed again since
        NO_CLASH(w.window);
    }

    void dialogsAndMenus()
    {
        test::Window w;
        host(w, "live");
        const auto menus = w.window.findChildren<QMenu *>();
        QVERIFY(menus.size() > 4);
        for (const QMenu *menu : menus)
            QVERIFY2(clashesIn(*menu).isEmpty(), qPrintable(clashesIn(*menu)));
        w.find<QPushButton>("peekButton")->click();
        for (const char *action : { "actionHost", "actionDirectories", "actionShortcuts" }) {
            if (w.find<QAction>(action)->isEnabled())
                w.find<QAction>(action)->trigger();
        }
        const auto dialogs = w.window.findChildren<QDialog *>();
        QVERIFY(dialogs.size() >= 3);
        for (const QDialog *dialog : dialogs)
            NO_CLASH(*dialog);
    }

private:
    QTemporaryDir m_state;
};

QTEST_MAIN(TestMnemonics)

} // namespace tst_mnemonics

#include "tst_mnemonics.moc"
