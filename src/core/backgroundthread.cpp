// SPDX-License-Identifier: MIT
#include "core/backgroundthread.h"

#include <QThread>

namespace pipeglass {

BackgroundThread::BackgroundThread(const QString &name, QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_runner(new JobRunner)
{
    m_thread->setObjectName(name);
    m_runner->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_runner, &QObject::deleteLater);
    connect(
        m_runner, &JobRunner::finished, this, [](const std::function<void()> &report) { report(); },
        Qt::QueuedConnection);
    m_thread->start();
}

BackgroundThread::~BackgroundThread()
{
    constexpr unsigned long patienceMs = 2000;
    if (!m_thread->isRunning())
        delete m_runner;
    m_thread->quit();
    // A QThread that is deleted while it runs would end the program in the middle of its good-bye.
    if (m_thread->wait(patienceMs))
        delete m_thread;
}

void BackgroundThread::queue(std::function<void()> job)
{
    if (m_thread->isRunning())
        QMetaObject::invokeMethod(m_runner, std::move(job), Qt::QueuedConnection);
    else
        job();
}

} // namespace pipeglass
