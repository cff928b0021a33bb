// SPDX-License-Identifier: MIT
#include "compose/composebar.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtable.h"
#include "conversation/conversationtypes.h"
#include "conversation/decodedview.h"
#include "conversation/messagespane.h"
#include "conversation/typesdialog.h"
#include "models/conversation/conversationmodel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "takingpart/editdialog.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"
#include "widgets/sourceeditor.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

namespace tst_messagetypes {

using namespace pipeglass;
using models::ConversationModel;

const QString demo = QStringLiteral(PIPEGLASS_DECODING_DATA "/demo.desc");
/// A demo.Request: text "hello", count 2.
const QByteArray request = QByteArray::fromHex("0a0568656c6c6f1002");

/// Types of protobuf in the window.
class TestMessageTypes : public QObject {
    Q_OBJECT

    /// A conversation with our own echo.
    static ui::ConversationPanel *talk(test::Window &w)
    {
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        const QByteArray path = w.directory.filePath("CoreFxPipe_talk");
        qsizetype wanted = 1;
        if (!w.window.pipes().select(path)) {
            ++wanted;
            engine::HostRequest host;
            host.talk.framing = w.window.initialFraming();
            host.name = "talk";
            host.responder = std::make_shared<engine::EchoResponder>("");
            w.window.host(host);
            if (!QTest::qWaitFor([&] { return opened.count() == 1 && w.window.pipes().select(path); }))
                return nullptr;
        }
        w.window.attach(w.window.pipes().current());
        if (!QTest::qWaitFor([&] { return opened.count() == wanted; }))
            return nullptr;
        return opened.last().at(1).value<ui::ConversationPanel *>();
    }
    static QString rootType(const ui::ConversationPanel &panel)
    {
        const auto *tree = panel.findChild<QTreeView *>(QStringLiteral("decodedValues"));
        return tree->model()->index(0, 2).data().toString();
    }
    /// Chooses the first message of the list.
    static void choose(const ui::ConversationPanel &panel)
    {
        const auto row = [&panel] {
            const auto item = panel.messages()->numbers()->item(1);
            return item ? panel.messages()->rowOf(*item) : -1;
        };
        QTRY_VERIFY(row() >= 0);
        panel.pane()->table()->choose(row());
        for (auto *tabs : panel.findChildren<QTabWidget *>(QStringLiteral("tabs")))
            tabs->setCurrentIndex(1);
    }

private Q_SLOTS:
    void dialogChoosesTypes()
    {
        auto *dialog = new ui::TypesDialog({});
        QSignalSpy chosen(dialog, &ui::TypesDialog::chosen);
        auto *client = dialog->findChild<QComboBox *>(QStringLiteral("clientType"));
        auto *server = dialog->findChild<QComboBox *>(QStringLiteral("serverType"));
        auto *without = dialog->findChild<QPushButton *>(QStringLiteral("withoutTypes"));
        dialog->show();
        dialog->accept(); // nothing to accept
        QVERIFY(dialog->isVisible() && !client->isEnabled() && !without->isEnabled());
        dialog->openFile(QStringLiteral(PIPEGLASS_DECODING_DATA "/demo.proto"));
        auto *bar = dialog->findChild<ui::MessageBar *>();
        QTRY_VERIFY(bar->text().contains(QStringLiteral("--descriptor_set_out")));
        QVERIFY(!client->isEnabled());
        dialog->openFile(demo);
        QTRY_VERIFY(client->isEnabled() && without->isEnabled());
        QVERIFY(bar->isHidden());
        client->setCurrentIndex(client->findText(QStringLiteral("demo.Request")));
        QCOMPARE(server->currentIndex(), 0);
        dialog->accept();
        QCOMPARE(chosen.count(), 1);
        const auto types = chosen.at(0).at(1).value<decoding::MessageTypesPtr>();
        QCOMPARE(types->chosen.client->name, QByteArray("demo.Request"));
        QVERIFY(types->chosen.server == nullptr);
    }

    void typesAreShownEditedAndRemembered()
    {
        const test::PrivateDirectory directory;
        const QString settings = QString::fromUtf8(directory.filePath("settings.ini"));
        test::Window w(settings);
        const ui::ConversationPanel *panel = talk(w);
        QVERIFY(panel != nullptr);
        auto *compose = panel->findChild<ui::ComposeBar *>();
        compose->setPayload(request);
        compose->submit();
        choose(*panel);
        QTRY_COMPARE(rootType(*panel), QStringLiteral("message"));
        auto *button = panel->findChild<QToolButton *>(QStringLiteral("typesButton"));
        QVERIFY(button->isVisible());
        button->click();
        auto *dialog = panel->findChild<ui::TypesDialog *>();
        QVERIFY(dialog != nullptr);
        dialog->openFile(demo);
        auto *client = dialog->findChild<QComboBox *>(QStringLiteral("clientType"));
        QTRY_VERIFY(client->isEnabled());
        client->setCurrentIndex(client->findText(QStringLiteral("demo.Request")));
        dialog->accept();
        QTRY_COMPARE(rootType(*panel), QStringLiteral("demo.Request"));
        QVERIFY(button->text().contains(QStringLiteral("demo.desc")));

        w.find<QAction>("actionSendEdited")->trigger();
        QTRY_VERIFY(panel->findChild<ui::EditDialog *>() != nullptr);
        auto *edit = panel->findChild<ui::EditDialog *>();
        auto *field = edit->findChild<ui::SourceEditor *>();
        QCOMPARE(field->toPlainText(), QStringLiteral("{\"text\": \"hello\", \"count\": 2}"));
        field->setPlainText(QStringLiteral("{\"text\": \"bye\"}"));
        edit->accept();
        const auto source = panel->messages()->list()->source();
        const auto third = [&] {
            const auto item = panel->messages()->numbers()->item(3);
            const auto record = item ? source->read(*item) : Result<capture::Record>(failure(ErrorCode::System));
            return record ? record->payload().toByteArray() : QByteArray();
        };
        QTRY_COMPARE(third().toHex(), QByteArray("0a03627965"));

        const ui::ConversationPanel *again = talk(w);
        QVERIFY(again != nullptr && again != panel);
        auto *other = again->findChild<QToolButton *>(QStringLiteral("typesButton"));
        QTRY_VERIFY(other->text().contains(QStringLiteral("demo.desc")));
        const ui::Settings stored(settings);
        QCOMPARE(stored.viewValue(QStringLiteral("protobufTypes")).toList().size(), 1);
    }

    /// The last hundred pipes.
    void choicesAreBounded()
    {
        const test::PrivateDirectory directory;
        ui::Settings settings(QString::fromUtf8(directory.filePath("settings.ini")));
        ui::ViewSettings view(&settings);
        for (int pipe = 0; pipe < 110; ++pipe)
            view.setTypesOf(QByteArray::number(pipe), { "f", { "A", "B" } });
        const ui::ViewSettings again(&settings);
        QCOMPARE(again.typesOf("109"), (ui::ViewSettings::TypesChoice{ "f", { "A", "B" } }));
        QVERIFY(again.typesOf("9").file.isEmpty());
        view.setTypesOf("109", {});
        QVERIFY(view.typesOf("109").file.isEmpty());
    }

    void aMissingFileIsTold()
    {
        ui::ViewSettings view(nullptr);
        view.setTypesOf("/pipe", { "/nothing.desc", {} });
        engine::SessionInfo session;
        session.path = "/pipe";
        ui::ConversationTypes types(session, &view, nullptr);
        QSignalSpy failed(&types, &ui::ConversationTypes::failed);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(types.types() == nullptr && types.title().isEmpty());
    }
};

QTEST_MAIN(TestMessageTypes)

} // namespace tst_messagetypes

#include "tst_messagetypes.moc"
