// SPDX-License-Identifier: MIT
#include "capture/keptrecordings.h"
#include "capture/recording.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "files/savedialog.h"
#include "framings/framingbutton.h"
#include "models/conversation/conversationmodel.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>

namespace tst_files {

using namespace pipeglass;
using ui::ConversationPanel;

/// Recordings in the window: opened, followed, saved, kept.
class TestFiles : public QObject {
    Q_OBJECT

    static capture::Record message(ConnectionId connection, const QByteArray &payload)
    {
        capture::Record record;
        record.time = now();
        record.connection = connection;
        record.wire = payload;
        return record;
    }
    static capture::ConnectionInfo connectionInfo()
    {
        capture::ConnectionInfo info;
        info.pipe = "/tmp/CoreFxPipe_jobs";
        info.framing = { "raw", "raw" };
        return info;
    }
    static capture::RecordingPtr makeRecording(const QByteArray &path, int messages)
    {
        capture::RecordingPtr recording = capture::Recording::create(path).value();
        const ConnectionId connection = recording->addConnection(connectionInfo()).value();
        for (int i = 0; i < messages; ++i)
            (void)recording->append(message(connection, "message " + QByteArray::number(i) + '\n'));
        return recording;
    }
    static ConversationPanel *panel(const test::Window &w, int tab = 0)
    {
        return qobject_cast<ConversationPanel *>(w.window.conversations().widget(tab));
    }
    static QString state(const ConversationPanel *panel)
    {
        return panel->findChild<QLabel *>(QStringLiteral("state"))->text();
    }
    static QString barText(const test::Window &w) { return w.find<ui::MessageBar>("windowBar")->text(); }
    static QStringList recentTexts(const test::Window &w)
    {
        QStringList texts;
        for (const QAction *action : w.find<QMenu>("menuRecent")->actions())
            texts += action->text();
        return texts;
    }
    static QByteArray conversations() { return qgetenv("XDG_STATE_HOME") + "/pipeglass/conversations"; }

private Q_SLOTS:
    void init()
    {
        for (const auto &one : capture::KeptRecordings(conversations()).list())
            capture::KeptRecordings::remove(one.path);
    }

    void opensAndFollows()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("a.pcapng");
        capture::RecordingPtr recording = makeRecording(path, 10);
        w.window.openFile(path);
        QTRY_COMPARE(w.window.conversations().count(), 1);
        const ConversationPanel *opened = panel(w);
        QTRY_COMPARE(opened->messages()->rowCount(), 10);
        QTRY_COMPARE(state(opened), QStringLiteral("recording of jobs; still being recorded"));
        QCOMPARE(w.window.conversations().tabText(0), QStringLiteral("a.pcapng"));
        QVERIFY(!opened->findChild<QWidget *>(QStringLiteral("compose"))->isVisible());
        QVERIFY(!opened->findChild<QWidget *>(QStringLiteral("halfCloseButton"))->isVisible());
        QVERIFY(recording->append(message(ConnectionId{ 1 }, "more")).has_value());
        QTRY_COMPARE(opened->messages()->rowCount(), 11);
        recording.reset();
        QTRY_COMPARE(state(opened), QStringLiteral("recording of jobs"));
        w.window.openFile(path); // it is open already
        w.window.openFile(w.directory.filePath("missing"));
        QTRY_VERIFY(barText(w).contains(QStringLiteral("missing")));
        QCOMPARE(w.window.conversations().count(), 1);
        w.find<QAction>("actionClose")->trigger();
        QCOMPARE(w.window.conversations().count(), 0);
    }

    void opensNamesOfAnyBytes()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("caf\xe9 \xff.pcapng");
        makeRecording(path, 10).reset();
        const QString before = QDir::currentPath();
        QVERIFY(::chdir(w.directory.path().constData()) == 0);
        w.window.openFile("caf\xe9 \xff.pcapng");
        QTRY_COMPARE(w.window.conversations().count(), 1);
        QCOMPARE(panel(w)->session().path, path);
        QTRY_COMPARE(panel(w)->messages()->rowCount(), 10);
        QVERIFY(QDir::setCurrent(before));
    }

    /// Also after all of the file was read.
    void anotherFraming()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("a.pcapng");
        {
            const capture::RecordingPtr recording = makeRecording(path, 0);
            QVERIFY(recording->append(message(ConnectionId{ 1 }, "one\ntwo\nth")).has_value());
            QVERIFY(recording->append(message(ConnectionId{ 1 }, "ree\n")).has_value());
        }
        w.window.openFile(path);
        QTRY_COMPARE(w.window.conversations().count(), 1);
        QTRY_VERIFY(panel(w)->session().ended);
        auto *button = panel(w)->findChild<ui::FramingButton *>(QStringLiteral("framing"));
        Q_EMIT button->chosen(w.framings.sidesOf(w.framings.find("line")));
        QTRY_COMPARE(panel(w)->messages()->rowCount(), 3);
        QCOMPARE(button->inUse().server->id(), QByteArray("line"));
    }

    void dropped()
    {
        test::Window w;
        QMimeData data;
        QList<QUrl> urls;
        for (const char *leaf : { "a.pcapng", "b.pcapng" }) {
            makeRecording(w.directory.filePath(leaf), 1);
            urls += QUrl::fromLocalFile(QFile::decodeName(w.directory.filePath(leaf)));
        }
        data.setUrls(urls);
        QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&w.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&w.window, &drop);
        QVERIFY(drop.isAccepted());
        QTRY_COMPARE(w.window.conversations().count(), 2);
    }

    void saved()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("a.pcapng");
        makeRecording(path, 10);
        w.window.openFile(path);
        QTRY_COMPARE(w.window.conversations().count(), 1);
        QTRY_VERIFY(panel(w)->session().ended);
        const QByteArray copy = w.directory.filePath("copy.pcapng");
        w.find<QAction>("actionSave")->trigger();
        const QPointer<ui::SaveDialog> dialog = w.window.findChild<ui::SaveDialog *>();
        auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        auto *filter = dialog->findChild<QLineEdit *>(QStringLiteral("saveFilter"));
        filter->setText(QStringLiteral("number >"));
        QVERIFY(!save->isEnabled());
        filter->setText(QStringLiteral("number > 7"));
        dialog->setPath(QFile::decodeName(path)); // exists
        save->click();
        auto *bar = dialog->findChild<ui::MessageBar *>();
        QTRY_VERIFY(bar->text().contains(QStringLiteral("exists already")));
        dialog->setPath(QFile::decodeName(copy));
        save->click();
        QTRY_VERIFY(dialog.isNull());
        QVERIFY(barText(w).contains(QStringLiteral("copy.pcapng")));
        QCOMPARE(capture::Recording::open(copy).value()->count(), quint64(3));
    }

    /// A conversation that was not saved is found again, one that was saved is not kept twice.
    void kept()
    {
        const test::PrivateDirectory directory;
        const QString settings = QFile::decodeName(directory.filePath("settings"));
        for (const bool isSaved : { false, true }) {
            test::Window w(settings);
            engine::HostRequest request;
            request.name = "kept";
            request.responder = std::make_shared<engine::EchoResponder>();
            request.talk.framing = w.window.initialFraming();
            w.window.openNamed(request);
            QTRY_COMPARE(w.window.conversations().count(), 1);
            w.window.openNamed(engine::AttachRequest{ .name = "kept", .entry = {}, .talk = request.talk });
            QTRY_COMPARE(w.window.conversations().count(), 2);
            panel(w, 1)->sendText(QStringLiteral("hello"));
            const auto has = [&w](const QString &text) {
                const auto *messages = panel(w, 1)->messages();
                for (int row = 0; row < messages->rowCount(); ++row) {
                    if (messages->index(row, models::ConversationModel::Preview).data().toString() == text)
                        return true;
                }
                return false;
            };
            QTRY_VERIFY(has(QStringLiteral("Echo: hello")));
            const auto kept = [] { return capture::KeptRecordings(conversations()).list(); };
            if (!isSaved) {
                QCOMPARE(kept().size(), size_t(2));
                QVERIFY(kept()[0].isInUse && kept()[0].isUnfinished);
                w.window.conversations().closeSession(panel(w, 1)->session().id);
                QTRY_VERIFY(!kept()[0].isUnfinished);
                QTRY_VERIFY(!recentTexts(w).filter(QStringLiteral("kept")).isEmpty());
                w.window.openFile(kept()[0].path);
                QTRY_COMPARE(w.window.conversations().count(), 2);
                QTRY_VERIFY(has(QStringLiteral("Echo: hello")));
                QCOMPARE(w.window.conversations().tabText(1), QStringLiteral("kept"));
            } else {
                const size_t before = kept().size();
                w.find<QAction>("actionSave")->trigger();
                const QPointer<ui::SaveDialog> dialog = w.window.findChild<ui::SaveDialog *>();
                dialog->setPath(QFile::decodeName(directory.filePath("saved.pcapng")));
                dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
                QTRY_VERIFY(dialog.isNull());
                w.window.conversations().closeSession(panel(w, 1)->session().id);
                QTRY_COMPARE(kept().size(), before - 1);
            }
        }
    }

    /// The files of a killed program are told of and opened.
    void crashed()
    {
        const test::PrivateDirectory directory;
        const QByteArray path = capture::KeptRecordings(conversations()).newPath("/tmp/CoreFxPipe_lost").value();
        {
            const auto recording =
                capture::Recording::createRing(path, { 8, 1 << 20 }, capture::Recording::RingUse::Indexed).value();
            const ConnectionId connection = recording->addConnection(connectionInfo()).value();
            QVERIFY(recording->append(message(connection, "the last words")).has_value());
        } // not marked as finished, and the lock is gone
        test::Window w(QFile::decodeName(directory.filePath("settings")));
        QTRY_VERIFY(barText(w).contains(QStringLiteral("lost")));
        auto *bar = w.find<ui::MessageBar>("windowBar");
        QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        QTRY_COMPARE(w.window.conversations().count(), 1);
        QTRY_COMPARE(panel(w)->messages()->rowCount(), 1);
        QTRY_COMPARE(capture::KeptRecordings(conversations()).list()[0].isUnfinished, false);
    }

    void recentFiles()
    {
        const test::PrivateDirectory directory;
        ui::Settings settings(QFile::decodeName(directory.filePath("settings")));
        for (int i = 0; i < 12; ++i)
            settings.addRecentFile("/a/" + QByteArray::number(i));
        settings.addRecentFile("/a/5");
        QCOMPARE(settings.recentFiles().size(), size_t(10));
        QCOMPARE(settings.recentFiles()[0], "/a/5");
        QCOMPARE(settings.recentFiles()[9], "/a/2");
        settings.setLimitPolicy(engine::LimitPolicy::Ask);
        settings.setRecordingLimit(1 << 26);
        QVERIFY(settings.limitPolicy() == engine::LimitPolicy::Ask);
        QCOMPARE(settings.recordingLimit(), qint64(1 << 26));
    }
};

QTEST_MAIN(TestFiles)

} // namespace tst_files

#include "tst_files.moc"
