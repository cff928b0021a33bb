// SPDX-License-Identifier: MIT
#include "mainwindow/firstactions.h"

#include "app/workers.h"
#include "catalog/entries/pipename.h"
#include "core/bytetext.h"
#include "core/path.h"
#include "models/pooljob.h"
#include "programs/callfilter.h"
#include "start/firstpage.h"
#include "ui_mainwindow.h"
#include "widgets/usable.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace pipeglass::ui {

namespace {

/// A name that is always valid, to find the directory.
const char *const anyName = "pipe_test1";

QByteArray pipeDirectory()
{
    const auto path = catalog::pathForName(anyName);
    return path ? directoryOf(*path) : QByteArray();
}

/// Why no pipe can be created in the directory of this user's pipes; empty: it can. May block.
QString whyNoPipe()
{
    const QByteArray directory = pipeDirectory();
    if (directory.isEmpty())
        return FirstActions::tr("TMPDIR is too long for the path of a pipe");
    if (::access(directory.constData(), W_OK | X_OK) == 0)
        return {};
    return FirstActions::tr("No file can be created in \"%1\": %2")
        .arg(escapedText(directory), QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

FirstActions::FirstActions(Ui::MainWindow &ui, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
    , m_workers(workers)
{
    FirstPage *page = ui.pipes->firstPage();
    page->addAction(ui.actionStart);
    page->addAction(ui.actionHostEcho);
    page->addAction(ui.actionOpen, tr("Open a recording…"));
    page->addAction(ui.actionExplain);
    page->addAction(ui.actionDemo);
    connect(ui.actionRefresh, &QAction::triggered, this, &FirstActions::check);
    connect(&workers, &Workers::scanned, this, &FirstActions::check);
    adapt();
    check();
}

void FirstActions::check()
{
    models::runInPool(this, &whyNoPipe, [this](const QString &reason) {
        m_whyNoPipe = reason;
        adapt();
    });
}

void FirstActions::adapt()
{
    const bool intercepts = programs::isCallFilterAvailable();
    setUsable(
        *m_ui.actionStart, intercepts ? QString() : tr("The kernel, or a sandbox, does not let calls be intercepted"),
        tr("Start a program, and show what is said at its pipes from the first byte"));
    setUsable(
        *m_ui.actionHostEcho, m_whyNoPipe, tr("Host a pipe that answers each message with \"Echo: \" and the message"));
    setUsable(*m_ui.actionDemo, whyNoDemo(), tr("Host a pipe, attach to it and send a message, step by step"));
    Q_EMIT checked(whyNoDemo());
}

QString FirstActions::whyNoDemo() const
{
    const std::vector<QByteArray> &only = m_workers.options().directories;
    const bool isListed = only.empty() || std::find(only.begin(), only.end(), pipeDirectory()) != only.end();
    return isListed ? m_whyNoPipe
                    : tr("The window was started with --dir, so the pipe of the demonstration would not be listed");
}

void FirstActions::showRecordings()
{
    constexpr qsizetype most = 6;
    QList<QAction *> recordings;
    const QList<QAction *> actions = m_ui.menuRecent->actions();
    for (QAction *action : actions) {
        if (!action->data().isNull() && recordings.size() < most)
            recordings.append(action);
    }
    m_ui.pipes->firstPage()->setRecordings(recordings);
}

} // namespace pipeglass::ui
