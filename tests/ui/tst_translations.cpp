// SPDX-License-Identifier: MIT
#include "cli/bufferoutput.h"
#include "cli/help.h"
#include "cli/messages/echoevents.h"
#include "cli/pipes/pipecolumns.h"
#include "conversation/conversationtabs.h"
#include "core/errortext.h"
#include "core/system/accounts.h"
#include "endpoints/endpointtable.h"
#include "models/dotnetprocesses.h"
#include "models/processes/processtreemodel.h"
#include "overview/peekdialog.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "text/accesstext.h"
#include "text/deletiontext.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/processtext.h"
#include "text/sizetext.h"
#include "text/unreadtext.h"
#include "ui/pseudotranslation.h"
#include "ui/translationfile.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTreeView>

#include <sys/socket.h>
#include <unistd.h>

namespace tst_translations {

using namespace pipeglass;

class TestTranslations : public QObject {
    Q_OBJECT

private:
    void check(const QString &where, const QString &text)
    {
        if (text.contains(QStringLiteral(".pipeglass-"))) // the sockets of a tap have random names
            return;
        if (text.isEmpty() || m_seen.contains(text))
            return;
        m_seen.insert(text);
        const QString word = m_translation->untranslated(text);
        if (!word.isEmpty())
            m_missing.insert(QStringLiteral("%1: \"%2\" of \"%3\"").arg(where, word, text));
    }

    void checkModel(const QString &where, const QAbstractItemModel &model, const QModelIndex &parent = {})
    {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            for (const int role : { Qt::DisplayRole, Qt::ToolTipRole }) {
                check(where + QStringLiteral(" header"), model.headerData(column, Qt::Horizontal, role).toString());
                for (int row = 0; row < qMin(20, model.rowCount(parent)); ++row)
                    check(where, model.index(row, column, parent).data(role).toString());
            }
        }
        for (int row = 0; row < qMin(20, model.rowCount(parent)); ++row)
            checkModel(where, model, model.index(row, 0, parent));
    }

    void checkWidget(const QWidget &widget)
    {
        // Names of processes of this machine, and Qt's own texts.
        if (widget.objectName() == u"processesTree" || widget.objectName() == u"factAnonymous"
            || qobject_cast<const QTabBar *>(widget.parentWidget()) != nullptr)
            return;
        const QString where = QLatin1String(widget.metaObject()->className()) + u' ' + widget.objectName()
            + QLatin1String(" in ")
            + (widget.parentWidget() != nullptr ? widget.parentWidget()->objectName() : QString());
        for (const char *name : { "windowTitle", "title", "toolTip", "statusTip", "whatsThis", "accessibleName",
                                  "accessibleDescription", "placeholderText", "prefix", "suffix" })
            check(where, widget.property(name).toString());
        // Code and shell commands to copy.
        const bool isCode = widget.font().styleHint() == QFont::Monospace
            || widget.font().family() == QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
        const bool isOfQt = qobject_cast<const QDialogButtonBox *>(widget.parentWidget()) != nullptr;
        const bool isInput = qobject_cast<const QLineEdit *>(&widget) != nullptr;
        if (!isOfQt && !isInput && !isCode)
            check(where, widget.property("text").toString());
        if (const auto *box = qobject_cast<const QComboBox *>(&widget); box != nullptr && !box->isEditable())
            checkModel(where, *box->model());
        if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                check(where, tabs->tabText(tab));
                check(where, tabs->tabToolTip(tab));
            }
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view != nullptr && view->model())
            checkModel(where, *view->model());
        for (const QAction *action : widget.actions()) {
            check(where + QLatin1String(" action"), action->text());
            check(where + QLatin1String(" action"), action->toolTip());
            check(where + QLatin1String(" action"), action->statusTip());
        }
    }

    void checkWindows()
    {
        for (const QWidget *top : QApplication::topLevelWidgets()) {
            checkWidget(*top);
            for (const QWidget *child : top->findChildren<QWidget *>()) {
                checkWidget(*child);
            }
        }
    }

    /// Opens everything that the window's actions open.
    void triggerAll(const test::Window &w)
    {
        QList<QPointer<QAction>> actions; // those of dialogs go with them
        for (QAction *action : w.window.findChildren<QAction *>())
            actions.append(action);
        for (const QPointer<QAction> &action : std::as_const(actions)) {
            if (action == nullptr)
                continue;
            const QString name = action->objectName();
            if (!action->isEnabled() || !name.startsWith(u"action") || name == u"actionQuit" || name == u"actionOpen"
                || name == u"actionClose" || name == u"actionDemo" || name == u"actionGoToProcesses")
                continue;
            action->trigger();
            QTest::qWait(50);
            checkWindows();
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (top != &w.window && top->isVisible())
                    top->close();
            }
        }
    }

    void verifyNothingMissing()
    {
        for (const QString &one : std::as_const(m_missing))
            qWarning("not translated: %s", qPrintable(one));
        QVERIFY(std::exchange(m_missing, {}).isEmpty());
    }

    std::unique_ptr<test::PseudoTranslation> m_translation;
    QSet<QString> m_seen;
    QSet<QString> m_missing;

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<test::PseudoTranslation>();
        QCOMPARE(m_translation->errors(), QString());
        m_translation->allow({ QStringLiteral("Pipeglass"), QStringLiteral("pipeglass"), QStringLiteral("English"),
                               QStringLiteral("root"), userName(::geteuid()), groupName(::getegid()) });
    }

    void filesAreComplete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("arguments");
        const QString endpoints = QStringLiteral(PIPEGLASS_ENDPOINT_TEXTS);
        QTest::newRow("English plural forms")
            << QStringLiteral("pipeglass_en.ts") << QStringList{ QStringLiteral("-pluralonly") };
        QTest::newRow("Korean") << QStringLiteral("pipeglass_ko.ts") << QStringList{ endpoints };
    }

    /// With what resources/translations/update does nothing changes, and every translation fits its source.
    void filesAreComplete()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, arguments);
        const QTemporaryDir directory;
        const QString original = QStringLiteral(PIPEGLASS_SOURCE "/resources/translations/") + file;
        const QString copy = directory.filePath(file);
        QVERIFY(QFile::copy(original, copy));
        arguments += QStringLiteral("-locations none -no-ui-lines -no-obsolete src ui -ts").split(u' ');
        QCOMPARE(test::runLinguist(QStringLiteral(PIPEGLASS_LUPDATE), arguments + QStringList{ copy }), QString());
        QFile before(original);
        QFile after(copy);
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
        const QByteArray text = after.readAll();
        QVERIFY2(text == before.readAll(), "run resources/translations/update");
        QCOMPARE(test::problemsOfTranslation(text), QStringList());
    }

    void problemsAreFound_data()
    {
        QTest::addColumn<QByteArray>("translation");
        QTest::addColumn<int>("problems");
        QTest::newRow("good") << QByteArray("<translation>%2 (%1)(&amp;A)</translation>") << 0;
        QTest::newRow("missing") << QByteArray("<translation></translation>") << 1;
        QTest::newRow("unfinished") << QByteArray("<translation type=\"unfinished\">%1 %2 &amp;A</translation>") << 1;
        QTest::newRow("placeholder") << QByteArray("<translation>%1 (&amp;A)</translation>") << 1;
        QTest::newRow("mnemonic") << QByteArray("<translation>%1 %2</translation>") << 1;
    }

    void problemsAreFound()
    {
        QFETCH(QByteArray, translation);
        QFETCH(int, problems);
        const QByteArray file = "<TS><context><name>C</name><message><source>&amp;A %1 %2</source>" + translation
            + "</message></context></TS>";
        QCOMPARE(test::problemsOfTranslation(file).size(), problems);
    }

    void errors()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::System); ++code)
            check(QStringLiteral("error %1").arg(code), errorText({ static_cast<ErrorCode>(code), 0, "/x", {} }));
        for (int reason = 0; reason <= static_cast<int>(catalog::UnknownReason::HolderHidden); ++reason)
            check(
                QStringLiteral("reason %1").arg(reason),
                unknownReasonText(word(static_cast<catalog::UnknownReason>(reason))));
        verifyNothingMissing();
    }

    void endpoints()
    {
        for (const endpoints::EndpointRule &rule : endpoints::EndpointTable::builtin().rules()) {
            const endpoints::Endpoint &endpoint = rule.endpoint;
            for (const QString &text :
                 { endpoint.title, endpoint.explanation, endpoint.attachHarms.value_or(QString()) })
                check(QString::fromUtf8(endpoint.id), text);
        }
        verifyNothingMissing();
    }

    void command()
    {
        QString help = cli::programHelp();
        for (const cli::Verb &verb : cli::allVerbs()) {
            const QString name = QString::fromUtf8(verb.name);
            check(name, verb.summary + verb.description);
            for (const cli::Flag &flag : cli::flagsOf(verb))
                check(name + QString::fromUtf8(flag.name), flag.help);
            help.remove(name);
        }
        check(
            QStringLiteral("help"),
            help.remove(QLatin1String("help [VERB]")).remove(QRegularExpression(QStringLiteral("--\\w+"))));
        for (const cli::PipeColumn column : cli::allPipeColumns())
            check(QStringLiteral("column"), cli::columnTitle(column));
        test::BufferOutput out;
        cli::EchoEvents events(out, {});
        events.listening("/x", FileMode(0600));
        events.connected({});
        events.halfClosed({}, cli::EchoEvents::Half::In);
        events.closed({});
        capture::Record record;
        events.message({}, record);
        check(QStringLiteral("echo"), QString::fromUtf8(out.flushed));
        verifyNothingMissing();
    }

    void words()
    {
        m_translation->allow({ QStringLiteral("echo 4242"), QStringLiteral("(user)") });
        catalog::PipeEntry entry = test::pipe("1");
        for (const auto kind : { catalog::FileKind::Socket, catalog::FileKind::Fifo, catalog::FileKind::Other }) {
            entry.kind = kind;
            for (int state = 0; state <= static_cast<int>(catalog::PipeState::ShutDown); ++state) {
                entry.state = static_cast<catalog::PipeState>(state);
                const QString where = word(entry.kind) + word(entry.state);
                for (const auto of : { text::stateWord, text::stateSentence, text::typeText, text::serverText,
                                       text::serverSentence, text::accessSentence, text::servesText })
                    check(where, of(entry));
            }
        }
        catalog::Connection connection;
        for (const bool waits : { true, false }) {
            connection.isWaiting = waits;
            check(QStringLiteral("connection"), text::connectionSentence(connection));
        }
        for (const qint64 seconds : { 0, 60, 3000, 86400, 999999 }) {
            for (const bool scheduled : { true, false }) {
                cleaning::Deletion deletion;
                deletion.inSeconds = seconds;
                deletion.scheduled = scheduled;
                m_translation->allow({ QStringLiteral("systemd-tmpfiles") });
                check(QStringLiteral("deletion"), text::deletionSentence(deletion, true));
            }
        }
        check(QStringLiteral("people"), text::peopleText({}));
        check(QStringLiteral("hidden"), text::hiddenProcessesSentence(2));
        check(QStringLiteral("processes"), text::processesText({}));
        check(QStringLiteral("bytes"), text::bytesText({}) + text::bytesText(1));
        verifyNothingMissing();
    }

    void processes()
    {
        m_translation->allow({ QStringLiteral("worker"), QStringLiteral("echo"), QStringLiteral("root"),
                               QStringLiteral("user"), QStringLiteral("TMPDIR") });
        catalog::DotNetProcess process = test::dotNetProcess(7, "worker");
        process.serves = { test::sharedPipe("1") };
        process.clientOf = { test::clientOf("2", 5, 1) };
        process.anonymousPipes.resize(1);
        models::ProcessTreeModel model;
        model.apply({ process });
        checkModel(QStringLiteral("processes"), model);
        verifyNothingMissing();
    }

    void window()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_1");
        const UniqueFd listener = test::listeningSocket(path);
        const UniqueFd client = test::connectedSocket(path);
        const UniqueFd accepted = test::acceptedSocket(listener);
        const QByteArray stale = w.directory.filePath("CoreFxPipe_2");
        test::makeStaleSocket(stale);
        QTRY_VERIFY(w.window.pipes().select(path));
        m_translation->allow({ QString::fromUtf8(w.directory.path()), QStringLiteral("tests_ui") });
        checkWindows();
        triggerAll(w);
        QVERIFY(w.window.pipes().select(stale));
        triggerAll(w);
        QVERIFY(w.window.pipes().select(path));
        w.find<QPushButton>("peekButton")->click();
        QVERIFY(w.window.findChild<ui::PeekDialog *>() != nullptr);
        checkWindows();
        w.window.findChild<ui::PeekDialog *>()->close();
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = "3";
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        checkWindows();
        triggerAll(w);
        QVERIFY(m_seen.size() > 300); // to make sure that enough texts were checked
        QVERIFY(!m_translation->untranslated(QStringLiteral("Attach")).isEmpty());
        verifyNothingMissing();
    }
};

QTEST_MAIN(TestTranslations)

} // namespace tst_translations

#include "tst_translations.moc"
