// SPDX-License-Identifier: MIT
#include "hexview/hexview.h"
#include "overview/peekdialog.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <sys/socket.h>

namespace tst_peekdialog {

using namespace pipeglass;
using pipeglass::test::acceptedSocket;
using pipeglass::test::connectedSocket;
using pipeglass::test::listeningSocket;

void send(const UniqueFd &fd, const QByteArray &bytes)
{
    QCOMPARE(::send(fd.get(), bytes.constData(), static_cast<size_t>(bytes.size()), 0), bytes.size());
}

/// Opens "Show unread bytes" for the only pipe.
ui::PeekDialog *openDialog(const test::Window &w, const QByteArray &path)
{
    if (!QTest::qWaitFor([&] { return w.window.pipes().select(path); }, 10'000))
        return nullptr;
    auto *button = w.find<QPushButton>("peekButton");
    if (!button->isVisible())
        return nullptr;
    button->click();
    return w.window.findChild<ui::PeekDialog *>();
}

QString cell(const QTreeWidget *table, int row, int column)
{
    const QTreeWidgetItem *item = table->topLevelItem(row);
    return item == nullptr ? QString() : item->text(column);
}

class TestPeekDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEachDirection()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path);
        const UniqueFd client = connectedSocket(path);
        const UniqueFd accepted = acceptedSocket(listener);
        send(accepted, QByteArray("\x05\0\0\0hello\x09\0\0\0part", 17));
        auto *dialog = openDialog(w, path);
        QVERIFY(dialog != nullptr);
        const auto *table = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE(table->topLevelItemCount(), 2);
        // The first direction with unread bytes is selected.
        QCOMPARE(table->indexOfTopLevelItem(table->currentItem()), 1);
        QCOMPARE(cell(table, 0, 3), QStringLiteral("nothing"));
        QCOMPARE(cell(table, 1, 2), QStringLiteral("client"));
        const auto *text = dialog->findChild<QPlainTextEdit *>();
        QVERIFY2(text->toPlainText().contains(QLatin1String("hello")), qPrintable(text->toPlainText()));
        QVERIFY(text->toPlainText().contains(QLatin1String("Incomplete")));
        QCOMPARE(dialog->findChild<ui::HexView *>()->bytes().size(), qsizetype{ 17 });
        dialog->findChild<QPushButton *>(QStringLiteral("peekCopyHex"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("05 00 00 00 68")));
    }

    void looksAgain()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path);
        const UniqueFd client = connectedSocket(path);
        const UniqueFd accepted = acceptedSocket(listener);
        auto *dialog = openDialog(w, path);
        QVERIFY(dialog != nullptr);
        const auto *table = dialog->findChild<QTreeWidget *>();
        const auto *facts = dialog->findChild<QLabel *>(QStringLiteral("peekFacts"));
        QTRY_COMPARE(facts->text(), QStringLiteral("No unread bytes for the server."));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("peekCopyText"))->isEnabled());
        send(client, "login: ");
        auto *again = dialog->findChild<QPushButton *>(QStringLiteral("peekRefresh"));
        QTRY_VERIFY(again->isEnabled());
        again->click();
        QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(QLatin1String("login: ")));
        QCOMPARE(table->topLevelItemCount(), 2);
    }

    void saysWhyNothingIsShown()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path);
        const UniqueFd client = connectedSocket(path);
        const UniqueFd accepted = acceptedSocket(listener);
        send(client, "hello");
        const int offset = 0;
        QCOMPARE(::setsockopt(accepted.get(), SOL_SOCKET, SO_PEEK_OFF, &offset, sizeof offset), 0);
        auto *dialog = openDialog(w, path);
        QVERIFY(dialog != nullptr);
        const auto *facts = dialog->findChild<QLabel *>(QStringLiteral("peekFacts"));
        QTRY_VERIFY(facts->text().contains(QLatin1String("SO_PEEK_OFF")));
        QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    }

    void nobodyIsConnected()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path);
        auto *dialog = openDialog(w, path);
        QVERIFY(dialog != nullptr);
        const auto *sentence = dialog->findChild<QLabel *>(QStringLiteral("peekSentence"));
        QTRY_VERIFY(sentence->text().contains(QLatin1String("No client is connected")));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(w.window.findChild<ui::PeekDialog *>() == nullptr);
    }
};

QTEST_MAIN(TestPeekDialog)

} // namespace tst_peekdialog

#include "tst_peekdialog.moc"
