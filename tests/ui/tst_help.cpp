// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "help/manual.h"
#include "help/manualpages.h"
#include "host/hostdialog.h"
#include "pipes/pipespanel.h"
#include "processes/processespanel.h"
#include "support/testmain.h"
#include "tour/tourbubble.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

namespace tst_help {

using namespace pipeglass;

class TestHelp : public QObject {
    Q_OBJECT

private:
    static ui::Manual *manual(const test::Window &w)
    {
        w.find<QAction>("actionManual")->trigger();
        return w.window.findChild<ui::Manual *>();
    }

    static void press(const ui::TourBubble *bubble, const char *button)
    {
        QTest::mouseClick(bubble->findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
    }

private Q_SLOTS:
    void everyPageHasFiveStepsAndAPicture()
    {
        test::Window w; // its resources
        QSet<QString> ids;
        const auto pages = ui::manualPages();
        for (const ui::ManualPage &page : pages) {
            QVERIFY2(!ids.contains(page.id), page.id.data());
            ids.insert(page.id);
            QCOMPARE(page.steps.size(), 5);
            const QImage picture(QStringLiteral(":/manual/%1.png").arg(page.picture));
            QVERIFY2(picture.width() > 400, page.picture.data());
        }
    }

    void opensAtThePlaceOfTheFocus()
    {
        test::Window w;
        w.find<QAction>("actionGoToProblems")->trigger();
        ui::Manual *book = manual(w);
        QVERIFY(book != nullptr);
        QCOMPARE(book->page(), QStringLiteral("problems"));
        QVERIFY(book->findChild<QTextBrowser *>()->toPlainText().contains(QStringLiteral("what is wrong")));
        book->close();
        const ui::HostDialog host(w.workers.engine(), w.settings, w.framings);
        QCOMPARE(ui::manualPageFor(host.findChild<QLineEdit *>(QStringLiteral("name"))), QStringLiteral("host"));
        QCOMPARE(ui::manualPageFor(w.find<QWidget>("accessPanel")), QStringLiteral("access"));
        QCOMPARE(ui::manualPageFor(w.find<QWidget>("list")), QStringLiteral("list"));
        QCOMPARE(ui::manualPageFor(nullptr), QStringLiteral("list"));
    }

    void mainControlsTellWhatTheyAre()
    {
        test::Window w;
        for (const char *name : { "list", "filter", "overview", "problems", "accessPanel" })
            QVERIFY2(!w.find<QWidget>(name)->whatsThis().isEmpty(), name);
        QVERIFY(!w.find<ui::ProcessesPanel>("processes")->whatsThis().isEmpty());
        const auto actions = w.find<QToolBar>("toolBar")->actions();
        for (const QAction *action : actions)
            QVERIFY2(action->isSeparator() || !action->whatsThis().isEmpty(), qPrintable(action->text()));
    }

    void theTourDoesEachStep()
    {
        test::Window w;
        w.find<QAction>("actionTour")->trigger();
        QPointer<ui::TourBubble> bubble = w.window.findChild<ui::TourBubble *>();
        QVERIFY(bubble != nullptr && bubble->isVisible());
        for (const char *word : { "\"Host…\"", "The list", "The overview", "\"Attach\"", "Write a message" }) {
            QTRY_VERIFY2(bubble->text().contains(QString::fromUtf8(word)), word);
            QVERIFY(w.window.rect().contains(bubble->geometry()));
            press(bubble, "tourNext");
        }
        QTRY_VERIFY(bubble->text().contains(QStringLiteral("the answer")));
        QCOMPARE(w.window.conversations().count(), 2);
        press(bubble, "tourEnd");
        QTRY_VERIFY(bubble.isNull());
        QCOMPARE(w.window.conversations().count(), 2);
    }

    void theTourFollowsTheUser()
    {
        test::Window w;
        w.find<QAction>("actionTour")->trigger();
        const auto *bubble = w.window.findChild<ui::TourBubble *>();
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = "by-hand";
        request.responder = std::make_shared<engine::EchoResponder>();
        w.window.host(request);
        QTRY_VERIFY(bubble->text().contains(QStringLiteral("\"by-hand\"")));
        const QByteArray path = w.directory.filePath("CoreFxPipe_by-hand");
        QTRY_VERIFY(w.window.pipes().select(path));
        auto *list = w.find<QTreeView>("list");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->currentIndex()).center());
        QVERIFY(bubble->text().contains(QStringLiteral("The overview")));
        press(bubble, "tourNext");
        w.window.attach(w.window.pipes().current());
        QTRY_VERIFY(bubble->text().contains(QStringLiteral("Write a message")));
        w.window.conversations().current()->sendText(QStringLiteral("hello"));
        QTRY_VERIFY(bubble->text().contains(QStringLiteral("the answer")));
    }

    void escapeEndsTheTour()
    {
        test::Window w;
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        w.find<QAction>("actionTour")->trigger();
        QPointer<ui::TourBubble> bubble = w.window.findChild<ui::TourBubble *>();
        QVERIFY(bubble != nullptr);
        QTest::keyClick(bubble->findChild<QPushButton *>(QStringLiteral("tourNext")), Qt::Key_Escape);
        QTRY_VERIFY(bubble.isNull());
    }

    void theTourIsOfferedOnce()
    {
        const test::PrivateDirectory directory;
        const QString file = QFile::decodeName(directory.filePath("settings"));
        {
            const test::Window w(file);
            QVERIFY(w.find<ui::MessageBar>("windowBar")->text().contains(QStringLiteral("tour")));
        }
        const test::Window w(file);
        QVERIFY(!w.find<ui::MessageBar>("windowBar")->text().contains(QStringLiteral("tour")));
    }
};

QTEST_MAIN(TestHelp)

} // namespace tst_help

#include "tst_help.moc"
