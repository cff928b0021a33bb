// SPDX-License-Identifier: MIT
#include "mainwindow/fileactions.h"

#include "app/settings.h"
#include "app/workers.h"
#include "conversation/conversationpanel.h"
#include "core/bytetext.h"
#include "core/path.h"
#include "files/savedialog.h"
#include "mainwindow/keptactions.h"
#include "models/conversation/conversationmodel.h"
#include "models/pooljob.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "text/timetext.h"
#include "ui_mainwindow.h"
#include "widgets/svgicon.h"
#include "widgets/usable.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

#include <cstdlib>
#include <memory>

#include <unistd.h>

namespace pipeglass::ui {

namespace {

QByteArray absolutePath(const QByteArray &path)
{
    if (path.startsWith('/'))
        return path;
    const std::unique_ptr<char, decltype(&std::free)> here(::get_current_dir_name(), &std::free);
    return joinedPath(here == nullptr ? QByteArray("/") : QByteArray(here.get()), path);
}

/// The local files that are dragged.
std::vector<QByteArray> filesIn(const QMimeData &data)
{
    std::vector<QByteArray> files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.push_back(QFile::encodeName(url.toLocalFile()));
    }
    return files;
}

/// A text of a menu in which "&" marks no mnemonic.
QString menuText(const QByteArray &path) { return escapedText(path).replace(u'&', QLatin1String("&&")); }

} // namespace

FileActions::FileActions(Ui::MainWindow &ui, Workers &workers, Settings &settings, QWidget *window)
    : QObject(window)
    , m_ui(ui)
    , m_workers(workers)
    , m_settings(settings)
    , m_window(window)
    , m_kept(new KeptActions(ui, workers, settings, this))
{
    m_ui.menuFile->setToolTipsVisible(true);
    m_ui.menuRecent->setToolTipsVisible(true);
    connect(m_ui.actionOpen, &QAction::triggered, this, &FileActions::chooseFiles);
    connect(m_ui.actionSave, &QAction::triggered, this, &FileActions::showSaveDialog);
    connect(m_ui.menuRecent, &QMenu::aboutToShow, this, [this] {
        m_kept->look();
        fillRecent();
    });
    connect(m_kept, &KeptActions::changed, this, &FileActions::fillRecent);
    connect(m_kept, &KeptActions::openRequested, this, &FileActions::openFile);
    connect(&workers.engine(), &engine::Engine::opened, this, &FileActions::opened);
    connect(&workers.engine(), &engine::Engine::failed, this, &FileActions::failed);
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    fillRecent();
}

bool FileActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // QDragEnterEvent is one
    const std::vector<QByteArray> files = filesIn(*drop->mimeData());
    if (files.empty())
        return false;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) {
        for (const QByteArray &file : files)
            openFile(file);
    }
    return true;
}

void FileActions::chooseFiles()
{
    auto *dialog = new QFileDialog(m_window, tr("Open recordings"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({ tr("Recordings (*.pcapng *.ntar)"), tr("All files (*)") });
    dialog->setDirectory(directory());
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            openFile(QFile::encodeName(file));
    });
    dialog->open();
}

QString FileActions::directory() const
{
    const std::vector<QByteArray> recent = m_settings.recentFiles();
    return recent.empty() ? QDir::currentPath() : QFile::decodeName(directoryOf(recent.front()));
}

void FileActions::showSaveDialog()
{
    const ConversationPanel *panel = m_ui.tabs->current();
    if (panel == nullptr)
        return;
    auto *dialog = new SaveDialog(panel->session(), panel->messages()->list(), directory(), m_window);
    connect(dialog, &SaveDialog::saved, this, &FileActions::saved);
    connect(
        dialog, &SaveDialog::saved, this,
        [this, id = panel->session().id](const QByteArray &, quint64 messages, bool, bool isWhole) {
            if (isWhole)
                m_workers.engine().setSaved(id, messages);
        });
    dialog->show();
}

void FileActions::saved(const QByteArray &path, quint64 messages, bool isRecording)
{
    m_ui.windowBar->show(
        MessageBar::Kind::Info,
        tr("Saved %Ln message(s) to \"%1\".", nullptr, text::plural(messages)).arg(escapedText(path)));
    if (isRecording)
        addRecent(path);
}

void FileActions::openFile(const QByteArray &path)
{
    const QByteArray whole = absolutePath(path);
    for (int tab = 0; tab < m_ui.tabs->count(); ++tab) {
        const auto *panel = qobject_cast<ConversationPanel *>(m_ui.tabs->widget(tab));
        if (panel != nullptr && panel->session().file && panel->session().path == whole) {
            m_ui.tabs->setCurrentIndex(tab);
            return;
        }
    }
    const quint64 ticket = engine::Engine::newTicket();
    m_asked.insert(ticket);
    Q_EMIT asked(ticket);
    m_workers.engine().openFile(ticket, whole);
}

void FileActions::opened(quint64 ticket, const engine::SessionInfo &session)
{
    if (!m_asked.remove(ticket))
        return;
    m_ui.windowBar->dismiss();
    if (!m_kept->isKept(session.path))
        addRecent(session.path);
}

void FileActions::failed(quint64 ticket, const Error &error)
{
    if (m_asked.remove(ticket))
        m_ui.windowBar->showError(error);
}

void FileActions::addRecent(const QByteArray &path)
{
    m_settings.addRecentFile(path);
    fillRecent();
}

void FileActions::fillRecent()
{
    m_ui.menuRecent->clear();
    const std::vector<QByteArray> files = m_settings.recentFiles();
    m_ui.menuRecent->setEnabled(!files.empty() || !m_kept->list().empty());
    for (const QByteArray &file : files) {
        QAction *action = m_ui.menuRecent->addAction(menuText(file), this, [this, file] { openFile(file); });
        action->setData(file);
        action->setToolTip(escapedText(directoryOf(file)));
        action->setIcon(svgIcon(QStringLiteral("folder")));
        const QPointer<QAction> guard(action);
        // A network file system may not answer.
        models::runInPool(
            this, [file] { return ::access(file.constData(), F_OK) == 0; },
            [guard](bool exists) {
                if (guard != nullptr && !exists) {
                    setUsable(*guard, tr("This file is not there any more"), {});
                }
            });
    }
    addKept();
    if (!files.empty())
        addClearing();
    Q_EMIT recentFilled();
}

void FileActions::addClearing()
{
    m_ui.menuRecent->addSeparator();
    m_ui.menuRecent->addAction(tr("&Clear the list"), this, [this] {
        m_settings.forgetRecentFiles();
        // Not now: the menu still works on its actions.
        QMetaObject::invokeMethod(this, &FileActions::fillRecent, Qt::QueuedConnection);
    });
}

/// Conversations that were not saved.
void FileActions::addKept()
{
    if (m_kept->list().empty())
        return;
    if (!m_ui.menuRecent->isEmpty())
        m_ui.menuRecent->addSeparator();
    m_ui.menuRecent->addAction(tr("Conversations that were not saved:"))->setEnabled(false); // a heading
    for (const capture::KeptRecording &one : m_kept->list()) {
        const QString title =
            tr("%1, %2, %3")
                .arg(text::isolated(text::nameOfPath(one.pipe)), text::clockText(one.begin), text::sizeText(one.size));
        QAction *action = m_ui.menuRecent->addAction(
            QString(title).replace(u'&', QLatin1String("&&")), this, [this, path = one.path] { openFile(path); });
        action->setData(one.path);
        action->setToolTip(tr("A conversation that was not saved"));
        action->setIcon(svgIcon(QStringLiteral("save")));
    }
}

} // namespace pipeglass::ui
