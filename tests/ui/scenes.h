// SPDX-License-Identifier: MIT
#pragma once

#include "compare/comparedialog.h"
#include "conversation/colourrulesdialog.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "files/savedialog.h"
#include "formats/formatdialog.h"
#include "framings/directionsdialog.h"
#include "framings/framingguesses.h"
#include "help/manual.h"
#include "help/manualpages.h"
#include "host/hostdialog.h"
#include "host/rulesdialog.h"
#include "models/conversation/conversationmodel.h"
#include "overview/peekdialog.h"
#include "palette/commandpalette.h"
#include "pipes/directoriesdialog.h"
#include "pipes/pipespanel.h"
#include "preferences/preferencesdialog.h"
#include "problems/connectsdialog.h"
#include "problems/explaindialog.h"
#include "replay/replaydialog.h"
#include "start/firstpage.h"
#include "start/startdialog.h"
#include "support/testsocket.h"
#include "takingpart/editdialog.h"
#include "tour/tourbubble.h"
#include "ui/windowfixture.h"
#include "widgets/tabledialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QTabBar>
#include <QTabWidget>

#include <functional>

#include <unistd.h>

namespace pipeglass::test {

/// Shows the window's pages one after the other, and then each dialog, and calls `check` for what is visible. With
/// PIPEGLASS_TEST_PICTURES=DIR in the environment each is saved as a picture too.
class Scenes {
public:
    using Check = std::function<void(QWidget &shown, const QString &name)>;

    Scenes(Window &w, Check check)
        : m_w(w)
        , m_check(std::move(check))
    {
    }

    void showPages()
    {
        QTRY_VERIFY(m_w.window.pipes().firstPage()->isVisible());
        check(m_w.window, QStringLiteral("first page"));
        m_w.find<QAction>("actionTour")->trigger();
        check(m_w.window, QStringLiteral("tour"));
        m_w.window.findChild<QAbstractButton *>(QStringLiteral("tourEnd"))->click();
        QTRY_VERIFY(m_w.window.findChild<ui::TourBubble *>() == nullptr);
        const QByteArray path = m_w.directory.filePath("CoreFxPipe_tapped");
        const UniqueFd listener = listeningSocket(path);
        QTRY_VERIFY(m_w.window.pipes().select(path));
        check(m_w.window, QStringLiteral("list"));
        QSignalSpy opened(&m_w.window, &ui::MainWindow::conversationOpened);
        m_w.find<QAction>("actionTap")->trigger();
        QTRY_COMPARE(opened.count(), 1);
        check(m_w.window, QStringLiteral("tap"));
        m_w.find<QAction>("actionClose")->trigger();
        QTRY_COMPARE(m_w.window.conversations().count(), 0);
        engine::HostRequest request;
        request.talk.framing = m_w.window.initialFraming();
        request.name = "hosted";
        m_w.window.host(request);
        QTRY_COMPARE(opened.count(), 2);
        QTRY_VERIFY(m_w.window.pipes().select(m_w.directory.filePath("CoreFxPipe_hosted")));
        m_w.window.attach(m_w.window.pipes().current());
        QTRY_COMPARE(opened.count(), 3);
        for (const char *text : { R"({"id":1,"method":"ping"})", R"({"id":2,"method":"pong"})" })
            m_w.window.conversations().current()->sendText(QLatin1String(text));
        QTRY_VERIFY(m_w.window.conversations().current()->messages()->rowCount() >= 2);
        check(m_w.window, QStringLiteral("client"));
        m_w.window.conversations().setCurrentIndex(0);
        check(m_w.window, QStringLiteral("server"));
        m_w.find<QAction>("actionAccess")->trigger();
        QTRY_VERIFY(m_w.find<QWidget>("permissionEditor")->isEnabled());
        for (int tab = 0; tab < 4; ++tab) {
            m_w.find<QTabBar>("accessTabs")->setCurrentIndex(tab);
            check(m_w.window, QStringLiteral("access %1").arg(tab));
        }
        for (const char *place : { "actionGoToProcesses", "actionGoToProblems" }) {
            m_w.find<QAction>(place)->trigger();
            check(m_w.window, QLatin1String(place));
        }
    }

    void showDialogs()
    {
        trigger("actionHost");
        trigger("actionStart");
        trigger("actionExplain");
        trigger("actionPalette");
        trigger("actionPreferences");
        trigger("actionManual");
        trigger("actionShortcuts");
        show(new ui::DirectoriesDialog(m_w.workers.catalog(), { "/tmp" }, &m_w.window));
        show(new ui::RulesDialog({ {}, {} }, &m_w.window));
        show(new ui::EditDialog("payload", {}, {}, &m_w.window));
        show(new ui::ColourRulesDialog({ { QStringLiteral("malformed"), 1 } }, &m_w.window));
        show(new ui::ConnectsDialog(::getpid(), &m_w.window));
        auto *table = new ui::TableDialog(
            QStringLiteral("A sentence."), { QStringLiteral("Pipe"), QStringLiteral("Path") },
            { { QStringLiteral("orders"), QStringLiteral("/tmp/CoreFxPipe_orders") } }, &m_w.window);
        table->setAnswer(QStringLiteral("Delete"));
        show(table);
        if (const ui::ConversationPanel *panel = m_w.window.conversations().current())
            showDialogsOf(*panel);
    }

private:
    void check(QWidget &shown, const QString &name)
    {
        m_check(shown, name);
        if (const QString pictures = qEnvironmentVariable("PIPEGLASS_TEST_PICTURES"); !pictures.isEmpty())
            shown.grab().save(pictures + u'/' + QString(name).replace(u' ', u'-') + QStringLiteral(".png"));
    }

    /// Of its messages.
    void showDialogsOf(const ui::ConversationPanel &panel)
    {
        trigger("actionSave");
        const capture::MessageListPtr list = panel.messages()->list();
        show(new ui::CompareDialog({ list, 0, QStringLiteral("1") }, { list, 1, QStringLiteral("2") }, &m_w.window));
        show(new ui::ReplayDialog(m_w.workers.engine(), ui::ReplayDialog::sourceOf(panel), &m_w.window));
        show(new ui::FormatDialog(
            m_w.framings, panel.session().recording, *m_w.window.initialFraming().client, &m_w.window));
        const ui::FramingGuesses guesses(m_w.framings, list);
        show(new ui::DirectionsDialog(m_w.framings, guesses, m_w.window.initialFraming(), Side::Server, &m_w.window));
        show(new ui::PeekDialog(m_w.workers.catalog(), m_w.framings, m_w.window.pipes().current(), &m_w.window));
    }

    void trigger(const char *action)
    {
        const auto before = m_w.window.findChildren<QDialog *>();
        m_w.find<QAction>(action)->trigger();
        const auto now = m_w.window.findChildren<QDialog *>();
        for (QDialog *dialog : now) {
            if (!before.contains(dialog))
                show(dialog);
        }
    }

    void show(QDialog *dialog)
    {
        const QString name = QString::fromLatin1(dialog->metaObject()->className());
        dialog->show();
        auto *pages = dialog->findChild<QTabWidget *>();
        QTRY_VERIFY(pages == nullptr || pages->count() > 0); // compared in the background
        for (int page = 0; page < (pages == nullptr ? 1 : pages->count()); ++page) {
            if (pages != nullptr)
                pages->setCurrentIndex(page);
            check(*dialog, name + QStringLiteral(" %1").arg(page));
        }
        dialog->close();
    }

    Window &m_w;
    Check m_check;
};

} // namespace pipeglass::test
