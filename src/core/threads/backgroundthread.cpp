// SPDX-License-Identifier: MIT
#include "core/threads/backgroundthread.h"

#include <QThread>

namespace pipeglass {

BackgroundThread::BackgroundThread(const QString &name, QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_jobs(new CallQueue)
    , m_reports(new CallQueue(this))
{
    m_thread->setObjectName(name);
    m_jobs->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_jobs, &QObject::deleteLater);
    m_thread->start();
}

BackgroundThread::~BackgroundThread()
{
    constexpr unsigned long timeoutMs = 6000; // a job took more than two seconds on a busy machine
    if (!m_thread->isRunning())
        delete m_jobs;
    m_thread->quit();
    // Deleting a running QThread would abort the program while it exits.
    if (m_thread->wait(timeoutMs))
        delete m_thread;
}

void BackgroundThread::queue(std::function<void()> job)
{
    if (m_thread->isRunning())
        m_jobs->post(std::move(job));
    else
        job();
}

} // namespace pipeglass
