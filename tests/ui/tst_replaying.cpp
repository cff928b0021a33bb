// SPDX-License-Identifier: MIT
#include "charts/conversationviews.h"
#include "charts/ratechart.h"
#include "compare/comparedialog.h"
#include "compare/comparemodel.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtable.h"
#include "models/conversation/conversationmodel.h"
#include "models/replay/differencesmodel.h"
#include "replay/replaydialog.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>

#include <sys/socket.h>

namespace tst_replaying {

using namespace pipeglass;
using models::ConversationModel;
using ui::CompareModel;
using ui::ConversationViews;

/// A hosted pipe that echoes behind a prefix, and what a client said there.
struct Hosted {
    Hosted()
        : opened(&window.window, &ui::MainWindow::conversationOpened)
    {
        recorded = host("first", "A: ");
        client = test::connectedSocket(window.directory.filePath("CoreFxPipe_first"));
        for (const QByteArray &text : { QByteArray("one"), QByteArray("two") }) {
            const QByteArray wire = QByteArray(1, static_cast<char>(text.size())) + QByteArray(3, '\0') + text;
            (void)::send(client.get(), wire.constData(), static_cast<size_t>(wire.size()), 0);
        }
        (void)QTest::qWaitFor([this] { return messageRows().size() == 4; });
    }

    ui::ConversationPanel *host(const QByteArray &name, const QByteArray &prefix)
    {
        engine::HostRequest request;
        request.name = name;
        request.talk.framing = window.window.initialFraming();
        request.responder = std::make_shared<engine::EchoResponder>(prefix);
        return panelOf(window.window.host(request));
    }
    ui::ConversationPanel *panelOf(quint64 ticket)
    {
        ui::ConversationPanel *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (const auto &signal : opened) {
                if (signal.at(0).toULongLong() == ticket)
                    found = signal.at(1).value<ui::ConversationPanel *>();
            }
            return found != nullptr;
        });
        return found;
    }
    /// Rows of messages, without events.
    [[nodiscard]] QList<int> messageRows() const
    {
        QList<int> rows;
        for (int row = 0; row < recorded->messages()->rowCount(); ++row) {
            if (!recorded->messages()->index(row, 0).data(ConversationModel::EventRole).toBool())
                rows += row;
        }
        return rows;
    }
    [[nodiscard]] ui::ConversationTable *table() const { return recorded->findChild<ui::ConversationTable *>(); }

    test::Window window;
    QSignalSpy opened;
    ui::ConversationPanel *recorded = nullptr;
    UniqueFd client;
};

class TestReplaying : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replaysAndCompares()
    {
        Hosted h;
        QCOMPARE(h.messageRows().size(), 4);
        QVERIFY(h.host("second", "B: ") != nullptr);
        h.client.reset();
        const qsizetype before = h.opened.count();
        Q_EMIT h.recorded->views()->replayRequested();
        auto *dialog = h.window.window.findChild<ui::ReplayDialog *>();
        QVERIFY(dialog != nullptr);
        auto *name = dialog->findChild<QLineEdit *>();
        QCOMPARE(name->text(), QStringLiteral("first"));
        name->setText(QStringLiteral("second"));
        for (QRadioButton *radio : dialog->findChildren<QRadioButton *>()) {
            if (radio->text().contains(QLatin1String("fast")))
                radio->click();
        }
        QPushButton *start = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTRY_VERIFY(start->isEnabled());
        start->click();
        QTRY_COMPARE(h.opened.count(), before + 1);
        auto *panel = h.opened.last().at(1).value<ui::ConversationPanel *>();
        QTRY_VERIFY(panel->session().replay && panel->session().replay->isComplete);
        const engine::ReplayCounts counts = panel->session().replay->counts;
        QCOMPARE(counts.sent, quint64{ 2 });
        QCOMPARE(counts.different, quint64{ 2 });
        QTableView *differences = panel->views()->differences();
        QVERIFY(differences != nullptr);
        QTRY_COMPARE(differences->model()->rowCount(), 2);
        const auto text = [&](int column) { return differences->model()->index(0, column).data().toString(); };
        QTRY_COMPARE(text(models::DifferencesModel::Recorded), QStringLiteral("A: one"));
        QTRY_COMPARE(text(models::DifferencesModel::Received), QStringLiteral("B: one"));
        Q_EMIT differences->activated(differences->model()->index(0, 0));
        auto *compare = h.window.window.findChild<ui::CompareDialog *>();
        QVERIFY(compare != nullptr);
        auto *pages = compare->findChild<QTabWidget *>();
        QTRY_COMPARE(pages->count(), 2); // lines and bytes
        const auto *table = qobject_cast<QTableView *>(pages->widget(0));
        QCOMPARE(table->model()->index(0, CompareModel::markColumn).data().toString(), QStringLiteral("≠"));
        QCOMPARE(table->model()->index(0, 2).data(CompareModel::PartRole).toSize(), QSize(0, 1));
    }

    void comparesTwoSelectedMessages()
    {
        const Hosted h;
        const QList<int> rows = h.messageRows();
        QItemSelectionModel *selection = h.table()->selectionModel();
        const auto select = [&](int row) {
            selection->select(
                h.recorded->messages()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        };
        selection->clearSelection();
        select(rows[0]);
        QVERIFY(!h.recorded->views()->compareAction()->isEnabled());
        select(rows[2]);
        QVERIFY(h.recorded->views()->compareAction()->isEnabled());
        h.recorded->views()->compareAction()->trigger();
        auto *dialog = h.window.window.findChild<ui::CompareDialog *>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->findChild<QTabWidget *>()->count() == 2);
        select(rows[1]);
        QVERIFY(!h.recorded->views()->compareAction()->isEnabled());
    }

    void sequenceAndRates()
    {
        const Hosted h;
        ConversationViews *views = h.recorded->views();
        auto *sequence = h.recorded->findChild<QTableView *>(QStringLiteral("sequence"));
        QVERIFY(sequence != nullptr && !sequence->isVisible());
        views->show(ConversationViews::Sequence);
        QVERIFY(sequence->isVisible() && !h.table()->isVisible());
        QCOMPARE(sequence->model()->rowCount(), h.recorded->messages()->rowCount());
        // One current row for both.
        const int row = h.messageRows().first();
        h.table()->setCurrentIndex(h.recorded->messages()->index(row, 0));
        QTRY_COMPARE(sequence->currentIndex().column(), int{ ConversationModel::Preview });
        sequence->setFocus();
        QTest::keyClick(sequence, Qt::Key_Down);
        QCOMPARE(h.table()->currentIndex().row(), row + 1);
        QVERIFY(!sequence->grab().isNull());

        views->show(ConversationViews::Rates);
        auto *chart = h.recorded->findChild<ui::RateChart *>();
        QTRY_VERIFY(chart->bars() > 0);
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Minus);
        QTest::keyClick(chart, Qt::Key_Minus);
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->currentBar(), 0);
        QVERIFY2(chart->sentence(0).contains(QLatin1String("client 2 message")), qPrintable(chart->sentence(0)));
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY(h.table()->isVisible());
        QCOMPARE(h.table()->currentIndex().row(), row);
    }
};

QTEST_MAIN(TestReplaying)

} // namespace tst_replaying

#include "tst_replaying.moc"
