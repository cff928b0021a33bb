// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/scenes.h"

#include <QAccessible>
#include <QAction>
#include <QPushButton>
#include <QTabBar>

namespace tst_accessiblenames {

using namespace pipeglass;

/// Checks the accessible names of all items.
void collect(QAccessibleInterface *item, QStringList &problems, const QString &above = {})
{
    if (item == nullptr || !item->isValid() || item->state().invisible)
        return;
    const QString name = item->text(QAccessible::Name);
    const QString description = item->text(QAccessible::Description);
    const QObject *object = item->object();
    const QString where = above + u'/'
        + (object == nullptr                    ? name
               : object->objectName().isEmpty() ? QString::fromLatin1(object->metaObject()->className())
                                                : object->objectName());
    for (const QString &text : { name, description }) {
        if (text.contains(QLatin1String("</p>")) || text.contains(QLatin1String("style=")))
            problems << where + QLatin1String(" reads out markup: ") + text;
    }
    const auto *widget = qobject_cast<const QWidget *>(object);
    const bool canFocus = item->state().focusable && widget != nullptr && widget->focusProxy() == nullptr;
    const bool isLabelled = !item->relations(QAccessible::Label).isEmpty();
    if (canFocus && name.isEmpty() && description.isEmpty() && !isLabelled)
        problems << where + QLatin1String(" has no name");
    if (item->role() == QAccessible::ComboBox && description.isEmpty() && !isLabelled)
        problems << where + QLatin1String(" is named by its value alone"); // Qt's behaviour on Linux
    for (int child = 0; child < item->childCount(); ++child)
        collect(item->child(child), problems, where);
}

class TestAccessibleNames : public QObject {
    Q_OBJECT

private:
    static QString problemsOf(QWidget &window)
    {
        QStringList problems;
        collect(QAccessible::queryAccessibleInterface(&window), problems);
        return problems.join(u'\n');
    }

private Q_SLOTS:
    void everythingHasAPlainName()
    {
        test::Window w;
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = "<b>live";
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_<b>live")));
        w.window.attach(w.window.pipes().current());
        QTRY_COMPARE(opened.count(), 2);
        QTRY_VERIFY(w.find<QWidget>("connections")->isVisible());
        QVERIFY2(problemsOf(w.window).isEmpty(), qPrintable(problemsOf(w.window)));
        const QByteArray path = w.directory.filePath("CoreFxPipe_tapped");
        const UniqueFd listener = test::listeningSocket(path);
        QTRY_VERIFY(w.window.pipes().select(path));
        w.find<QAction>("actionTap")->trigger();
        QTRY_COMPARE(opened.count(), 3);
        const auto *tapped = opened.last().at(1).value<ui::ConversationPanel *>();
        for (const char *row : { "hold", "slow" })
            tapped->findChild<QAbstractButton *>(QLatin1String(row))->click();
        QVERIFY2(problemsOf(w.window).isEmpty(), qPrintable(problemsOf(w.window)));
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_<b>live")));
        w.find<QAction>("actionAccess")->trigger();
        QTRY_VERIFY(w.find<QWidget>("permissionEditor")->isEnabled());
        for (int tab = 0; tab < 4; ++tab) {
            w.find<QTabBar>("accessTabs")->setCurrentIndex(tab);
            QVERIFY2(problemsOf(w.window).isEmpty(), qPrintable(problemsOf(w.window)));
        }
        w.find<QAction>("actionGoToProcesses")->trigger();
        QVERIFY2(problemsOf(w.window).isEmpty(), qPrintable(problemsOf(w.window)));
    }

    /// As assistive programs get it over AT-SPI, which needs a session bus: here without the bus.
    void dialogsToo()
    {
        test::Window w;
        QStringList problems;
        test::Scenes scenes(w, [&](QWidget &shown, const QString &name) {
            const QString found = problemsOf(shown);
            if (!found.isEmpty())
                problems += name + QLatin1String(":\n") + found;
        });
        scenes.showPages();
        scenes.showDialogs();
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
};

QTEST_MAIN(TestAccessibleNames)

} // namespace tst_accessiblenames

#include "tst_accessiblenames.moc"
