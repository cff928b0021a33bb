// SPDX-License-Identifier: MIT
#include "app/workers.h"

#include "access/accessservice.h"
#include "app/catalogservice.h"

#include <QDeadlineTimer>

#include <chrono>

namespace pipeglass::ui {

using catalog::Watcher;
using namespace std::chrono_literals;

namespace {

/// The number of unread bytes tells an observer of one pipe to refresh its details.
catalog::ScanOptions withUnread(catalog::ScanOptions options)
{
    options.detail = catalog::Detail::Unread;
    return options;
}

} // namespace

Workers::Workers(const catalog::ScanOptions &options, QObject *parent)
    : QObject(parent)
    , m_engineThread(new QThread)
    , m_catalogThread(new QThread)
    , m_engine(new engine::Engine)
    , m_watcher(new Watcher(withUnread(options)))
    , m_access(std::make_unique<AccessService>(access::Journal(), access::HelperCommand::installed()))
    , m_catalog(std::make_unique<CatalogService>())
    , m_options(withUnread(options))
{
    m_engineThread->setObjectName(QStringLiteral("engine"));
    m_catalogThread->setObjectName(QStringLiteral("catalog"));
    m_engine->moveToThread(m_engineThread);
    m_watcher->moveToThread(m_catalogThread);
    connect(m_engineThread, &QThread::finished, m_engine, &engine::Engine::discard, Qt::DirectConnection);
    connect(m_catalogThread, &QThread::finished, m_watcher, &QObject::deleteLater);
    const auto tell = [this](const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference) {
        Q_EMIT catalogChanged(snapshot, difference, m_optionsChanged);
    };
    connect(m_watcher, &Watcher::changed, this, tell, Qt::QueuedConnection);
    connect(m_engine, &engine::Engine::allClosed, this, &Workers::end);
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(5s);
    connect(&m_timeout, &QTimer::timeout, this, &Workers::end);
    // Before the first scan, so that the list shows names as they are after killed taps are undone.
    QMetaObject::invokeMethod(m_watcher, [this, reports = m_reports.sender()] {
        std::vector<exchange::RepairOutcome> outcomes = exchange::repairAll();
        if (!outcomes.empty())
            reports.post([this, outcomes = std::move(outcomes)] { Q_EMIT repaired(outcomes); });
    });
    m_engineThread->start();
    m_catalogThread->start();
}

Workers::~Workers()
{
    end();
    if (!m_engineHangs)
        delete m_engine;
}

void Workers::startWatching() { tellWatcher(&Watcher::start); }

void Workers::stopWatching() { tellWatcher(&Watcher::stop); }

void Workers::refresh() { tellWatcher(&Watcher::refresh); }

void Workers::setScanOptions(const catalog::ScanOptions &options)
{
    m_options = options;
    if (m_ended)
        return;
    // Calls and signals of one thread arrive in order, so changes between these two come from these options. Reports
    // run in this thread, and only while this object exists.
    QMetaObject::invokeMethod(
        m_watcher, [this, watcher = m_watcher, reports = m_reports.sender(), options, number = ++m_pendingScans] {
            reports.post([this] { m_optionsChanged = true; });
            watcher->setScanOptions(options);
            reports.post([this, number] {
                m_optionsChanged = false;
                if (number == m_pendingScans)
                    Q_EMIT scanned();
            });
        });
}

void Workers::tellWatcher(void (Watcher::*call)())
{
    if (!m_ended)
        QMetaObject::invokeMethod(m_watcher, call, Qt::QueuedConnection);
}

void Workers::shutDown()
{
    if (m_ended || m_timeout.isActive())
        return;
    m_timeout.start();
    m_engine->closeAll();
}

void Workers::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_timeout.stop();
    for (QThread *thread : { m_engineThread, m_catalogThread })
        thread->quit();
    // A thread may hang in a system call, for example on an unresponsive network file system.
    QDeadlineTimer deadline(6s); // on a busy machine leaving a tap took more than two
    for (QThread *thread : { m_engineThread, m_catalogThread }) {
        if (thread->wait(deadline))
            delete thread;
        else if (thread == m_engineThread)
            m_engineHangs = true;
    }
    Q_EMIT finished();
}

} // namespace pipeglass::ui
