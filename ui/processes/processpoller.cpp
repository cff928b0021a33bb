// SPDX-License-Identifier: MIT
#include "processes/processpoller.h"

#include "app/catalogservice.h"

#include <utility>

namespace pipeglass::ui {

namespace {

constexpr qint64 minPause = 2'000; // milliseconds
constexpr qint64 maxPause = 10'000;
constexpr qint64 pauseFactor = 50; // the pause is this many times as long as the query

} // namespace

ProcessPoller::ProcessPoller(CatalogService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ProcessPoller::ask);
}

void ProcessPoller::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (!active)
        m_next.stop();
    else if (!m_isAsking)
        m_next.start(static_cast<int>(m_last.isValid() ? qMax<qint64>(0, minPause - m_last.elapsed()) : 0));
}

void ProcessPoller::setNamespaces(bool wanted)
{
    if (wanted == m_namespaces)
        return;
    m_namespaces = wanted;
    if (m_isActive)
        scanNow();
}

void ProcessPoller::scanNow()
{
    if (m_isAsking)
        m_again = true;
    else
        ask();
}

void ProcessPoller::noteChange()
{
    if (!m_isActive || m_isAsking)
        return;
    const qint64 pause = qMax<qint64>(0, minPause - m_last.elapsed());
    if (pause < m_next.remainingTime())
        m_next.start(static_cast<int>(pause));
}

void ProcessPoller::ask()
{
    m_next.stop();
    m_isAsking = true;
    m_last.start();
    m_service.listProcesses(
        this, m_namespaces, [this](const catalog::DotNetProcesses &processes) { answered(processes); });
}

void ProcessPoller::answered(const catalog::DotNetProcesses &processes)
{
    const qint64 took = m_last.restart();
    m_isAsking = false;
    Q_EMIT seen(processes);
    if (std::exchange(m_again, false) && m_isActive)
        ask();
    else if (m_isActive)
        m_next.start(static_cast<int>(qBound(minPause, took * pauseFactor, maxPause)));
}

} // namespace pipeglass::ui
