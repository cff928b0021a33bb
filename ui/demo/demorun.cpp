// SPDX-License-Identifier: MIT
#include "demo/demorun.h"

#include "conversation/conversationpanel.h"
#include "demo/demo.h"
#include "demo/demobar.h"
#include "demo/demoreport.h"
#include "mainwindow/mainwindow.h"
#include "models/conversation/conversationmodel.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/pipespanel.h"

#include <QDir>
#include <QPixmap>

#include <chrono>
#include <cstdio>

namespace pipeglass::ui {

using models::ConversationModel;
using models::PipeListModel;

namespace {

void say(std::FILE *to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), to);
    std::fflush(to);
}

} // namespace

DemoRun::DemoRun(MainWindow &window, const QString &picture)
    : QObject(&window)
    , m_window(window)
    , m_picture(picture)
    , m_demo(new Demo(window, *window.findChild<DemoBar *>(), Demo::Pace::ByItself))
{
    m_window.resize(1180, 760); // a picture need not fit the screen
    using namespace std::chrono_literals;
    m_limit.setSingleShot(true);
    m_limit.setInterval(60s);
    connect(&m_limit, &QTimer::timeout, this, [this] { fail(tr("it did not finish within a minute.")); });
    connect(m_demo, &Demo::failed, this, &DemoRun::fail);
    // Queued, so that the last step has been laid out.
    connect(m_demo, &Demo::shown, this, &DemoRun::conclude, Qt::QueuedConnection);
}

void DemoRun::start()
{
    m_limit.start();
    m_demo->start();
}

void DemoRun::conclude()
{
    m_limit.stop();
    const QPixmap picture = m_window.grab();
    if (picture.isNull() || !picture.save(m_picture, "PNG")) {
        fail(tr("the picture could not be written to \"%1\".").arg(m_picture));
        return;
    }
    const ConversationPanel *talk = m_demo->conversation();
    say(stdout,
        tr("The pipes of this machine:\n") + u'\n'
            + tableText(
                *m_window.pipes().shown(),
                { PipeListModel::State, PipeListModel::Name, PipeListModel::Server, PipeListModel::Owner,
                  PipeListModel::Mode, PipeListModel::Clients })
            + u'\n' + tr("The conversation with %1:\n").arg(talk->title()) + u'\n'
            + tableText(
                *talk->messages(),
                { ConversationModel::Number, ConversationModel::Time, ConversationModel::Delta,
                  ConversationModel::Direction, ConversationModel::Peer, ConversationModel::Size,
                  ConversationModel::Preview })
            + u'\n' + tr("The picture of the window: %1\n").arg(QDir(m_picture).absolutePath()));
    Q_EMIT ended(0);
}

void DemoRun::fail(const QString &sentence)
{
    m_limit.stop();
    say(stderr, tr("pipeglass-gui: the demonstration failed: %1\n").arg(sentence));
    Q_EMIT ended(1);
}

} // namespace pipeglass::ui
