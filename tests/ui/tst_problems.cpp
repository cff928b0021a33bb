// SPDX-License-Identifier: MIT
#include "pipes/pipespanel.h"
#include "problems/connectsdialog.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/tabledialog.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include <unistd.h>

namespace tst_problems {

using namespace pipeglass;

constexpr int limitMs = 30'000;

/// The page of problems and the explanation of errors, in the whole window.
class TestProblems : public QObject {
    Q_OBJECT

private:
    static int rows(const test::Window &w) { return w.find<QTreeView>("findings")->model()->rowCount(); }
    static QWidget *place(const test::Window &w) { return w.find<QTabWidget>("places")->currentWidget(); }
    static QString text(const test::Window &w, const char *label) { return w.find<QLabel>(label)->text(); }

private Q_SLOTS:
    void comesUpByItself()
    {
        test::Window w({}, test::Window::Problems::ComeUp);
        const QByteArray path = w.directory.filePath("CoreFxPipe_dead");
        test::makeStaleSocket(path);
        QTRY_VERIFY_WITH_TIMEOUT(rows(w) == 1, limitMs);
        QCOMPARE(place(w)->objectName(), QStringLiteral("problems"));
        auto *places = w.find<QTabWidget>("places");
        QCOMPARE(places->tabText(places->currentIndex()), QStringLiteral("Problems (1)"));
        QCOMPARE(text(w, "findingHeadline").toUtf8(), path);
        QVERIFY(!text(w, "findingSentence").isEmpty() && !text(w, "findingRemedy").isEmpty());
        QVERIFY(w.find<QLineEdit>("command")->text().startsWith(QLatin1String("pipeglass clean ")));
        QTest::mouseClick(w.find<QPushButton>("copyFindingCommand"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), w.find<QLineEdit>("command")->text());
    }

    void leavesThePersonAlone()
    {
        test::Window w({}, test::Window::Problems::ComeUp);
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_dead"));
        QTest::keyClick(&w.window, Qt::Key_Shift);
        QTRY_VERIFY_WITH_TIMEOUT(rows(w) == 1, limitMs);
        QCOMPARE(place(w)->objectName(), QStringLiteral("pipes"));
        w.find<QAction>("actionGoToProblems")->trigger();
        QCOMPARE(place(w)->objectName(), QStringLiteral("problems"));
    }

    void theButtonRemovesTheCause()
    {
        test::Window w({}, test::Window::Problems::ComeUp);
        const QByteArray path = w.directory.filePath("CoreFxPipe_dead");
        test::makeStaleSocket(path);
        const UniqueFd listener = test::listeningSocket(w.directory.filePath("CoreFxPipe_alive"));
        QTRY_VERIFY_WITH_TIMEOUT(rows(w) == 1, limitMs);
        QTest::mouseClick(w.find<QPushButton>("findingAct"), Qt::LeftButton);
        auto *dialog = w.find<ui::TableDialog>("deleteStale");
        QVERIFY(dialog != nullptr);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("answer")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(rows(w) == 0, limitMs);
        QVERIFY(!w.find<QLabel>("findingHeadline")->isVisible());
    }

    void goesToThePipe()
    {
        test::Window w({}, test::Window::Problems::ComeUp);
        const QByteArray path = w.directory.filePath("CoreFxPipe_dead");
        test::makeStaleSocket(path);
        const UniqueFd listener = test::listeningSocket(w.directory.filePath("CoreFxPipe_alive"));
        QTRY_VERIFY_WITH_TIMEOUT(rows(w) == 1, limitMs);
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_alive")));
        QTest::mouseClick(w.find<QPushButton>("goToPipe"), Qt::LeftButton);
        QCOMPARE(place(w)->objectName(), QStringLiteral("pipes"));
        QVERIFY(w.window.pipes().current());
        QCOMPARE(w.window.pipes().current()->path(), path);
    }

    void explainsAnError_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("known") << QStringLiteral("Connection refused %1") << true;
        QTest::newRow("unknown") << QStringLiteral("no error %1") << false;
    }

    void explainsAnError()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isKnown);
        QGuiApplication::clipboard()->clear();
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_dead");
        test::makeStaleSocket(path);
        QTRY_VERIFY(w.window.pipes().select(path));
        w.find<QAction>("actionExplain")->trigger();
        auto *dialog = w.find<QDialog>("explainDialog");
        QVERIFY(dialog != nullptr);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(text.arg(QString::fromUtf8(path)));
        auto *meaning = dialog->findChild<QLabel *>(QStringLiteral("errorMeaning"));
        auto *unknown = dialog->findChild<QLabel *>(QStringLiteral("errorUnknown"));
        QTRY_VERIFY_WITH_TIMEOUT(isKnown ? meaning->isVisible() : unknown->isVisible(), limitMs);
        QCOMPARE(unknown->isVisible(), !isKnown);
        auto *goTo = dialog->findChild<QPushButton *>(QStringLiteral("goToErrorPipe"));
        QCOMPARE(goTo->isEnabled(), isKnown);
        if (isKnown)
            QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("errorPipe"))->text().contains(QStringLiteral("stale")));
    }

    /// This process is no .NET program, so the dialog says why it cannot listen.
    void whyItCannotListen()
    {
        const test::PrivateDirectory directory;
        ui::ConnectsDialog dialog(::getpid());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *intro = dialog.findChild<QLabel *>(QStringLiteral("connectsIntro"));
        QTRY_VERIFY_WITH_TIMEOUT(intro->text().contains(QStringLiteral("dotnet-diagnostic-")), limitMs);
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("listenToConnects"))->isEnabled());
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("goToTriedPipe"))->isEnabled());
    }

    void beginsWithTheCopiedError()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("System.IO.IOException: Pipe is broken."));
        test::Window w;
        w.find<QAction>("actionExplain")->trigger();
        QCOMPARE(
            w.find<QPlainTextEdit>("errorText")->toPlainText(),
            QStringLiteral("System.IO.IOException: Pipe is broken."));
    }
};

QTEST_MAIN(TestProblems)

} // namespace tst_problems

#include "tst_problems.moc"
