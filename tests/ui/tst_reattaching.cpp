// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "conversation/reattaching.h"
#include "conversation/viewsettings.h"
#include "models/conversation/conversationmodel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

#include <unistd.h>

namespace tst_reattaching {

using namespace pipeglass;

/// A conversation whose server goes and comes back, in the same tab.
class TestReattaching : public QObject {
    Q_OBJECT

    struct Attached {
        Attached()
            : path(w.directory.filePath("CoreFxPipe_again"))
            , listener(test::listeningSocket(path))
        {
            [this] { QTRY_VERIFY(w.window.pipes().select(path)); }();
            w.window.attach(w.window.pipes().current());
            [this] { QTRY_COMPARE(w.window.conversations().count(), 1); }();
            panel = qobject_cast<ui::ConversationPanel *>(w.window.conversations().widget(0));
        }
        [[nodiscard]] QPushButton *button() const
        {
            return panel->findChild<QPushButton *>(QStringLiteral("reattachButton"));
        }
        [[nodiscard]] QString text() const
        {
            return panel->findChild<QLabel *>(QStringLiteral("reattachText"))->text();
        }

        test::Window w;
        QByteArray path;
        UniqueFd listener;
        ui::ConversationPanel *panel = nullptr;
    };

private Q_SLOTS:
    void byTheButton()
    {
        Attached a;
        UniqueFd server = test::acceptedSocket(a.listener);
        QVERIFY(!a.button()->isVisible());
        const auto recording = a.panel->session().recording;
        server.reset();
        QTRY_VERIFY(a.button()->isVisible());
        QVERIFY(a.w.window.conversations().tabText(0).contains(QStringLiteral("(ended)")));
        a.listener.reset();
        QCOMPARE(::unlink(a.path.constData()), 0);
        a.button()->click();
        QTRY_VERIFY(a.text().contains(QStringLiteral("There is no pipe")) && a.button()->isEnabled()); // why it failed
        a.listener = test::listeningSocket(a.path);
        a.button()->click();
        QTRY_VERIFY(!a.button()->isVisible());
        server = test::acceptedSocket(a.listener);
        QCOMPARE(a.w.window.conversations().count(), 1);
        QCOMPARE(a.panel->session().recording, recording);
        QTRY_COMPARE(recording->connections().size(), size_t{ 2 });
        QVERIFY(!a.w.window.conversations().tabText(0).contains(QStringLiteral("(ended)")));
    }

    void byItself()
    {
        Attached a;
        a.panel->findChild<QCheckBox *>(QStringLiteral("reattachByItself"))->setChecked(true);
        for (size_t round = 1; round <= 2; ++round) {
            QTRY_COMPARE(a.panel->session().recording->connections().size(), round);
            test::acceptedSocket(a.listener).reset();
        }
        QTRY_COMPARE(a.panel->session().recording->connections().size(), size_t{ 3 });
    }

    void byItselfIsRemembered()
    {
        test::Window w;
        const QTemporaryDir directory;
        for (const bool isWanted : { true, false }) {
            ui::Settings store(directory.filePath(QStringLiteral("settings")));
            const auto isChecked = [&](bool wanted) {
                ui::ViewSettings views(&store);
                ui::Reattaching part;
                part.start(w.workers.engine(), views);
                auto *box = part.findChild<QCheckBox *>();
                const bool was = box->isChecked();
                box->setChecked(wanted);
                return was;
            };
            QCOMPARE(isChecked(isWanted), !isWanted);
            QCOMPARE(isChecked(isWanted), isWanted);
        }
    }
};

QTEST_MAIN(TestReattaching)

} // namespace tst_reattaching

#include "tst_reattaching.moc"
