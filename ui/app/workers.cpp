// SPDX-License-Identifier: MIT
#include "app/workers.h"

#include "access/accessservice.h"
#include "app/catalogservice.h"
#include "app/engineclient.h"

#include <chrono>

namespace pipeglass::ui {

using catalog::Watcher;

namespace {

/// Bytes that wait tell whoever looks at one pipe that there is something to ask about it.
catalog::ScanOptions withUnread(catalog::ScanOptions options)
{
    options.detail = catalog::Detail::Unread;
    return options;
}

} // namespace

Workers::Workers(const catalog::ScanOptions &options, QObject *parent)
    : QObject(parent)
    , m_engine(new engine::Engine)
    , m_watcher(new Watcher(withUnread(options)))
    , m_client(std::make_unique<EngineClient>(*m_engine))
    , m_access(std::make_unique<AccessService>(access::Journal(), access::HelperCommand::installed()))
    , m_catalog(std::make_unique<CatalogService>())
    , m_options(withUnread(options))
{
    using namespace std::chrono_literals;
    m_engineThread.setObjectName(QStringLiteral("engine"));
    m_catalogThread.setObjectName(QStringLiteral("catalog"));
    m_engine->moveToThread(&m_engineThread);
    m_watcher->moveToThread(&m_catalogThread);
    connect(&m_engineThread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(&m_catalogThread, &QThread::finished, m_watcher, &QObject::deleteLater);
    const auto tell = [this](const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference) {
        Q_EMIT catalogChanged(snapshot, difference, m_lookedElsewhere);
    };
    connect(m_watcher, &Watcher::changed, this, tell, Qt::QueuedConnection);
    connect(m_client.get(), &EngineClient::allClosed, this, &Workers::end);
    m_patience.setSingleShot(true);
    m_patience.setInterval(5s);
    connect(&m_patience, &QTimer::timeout, this, &Workers::end);
    m_engineThread.start();
    m_catalogThread.start();
}

Workers::~Workers() { end(); }

void Workers::startWatching() { tellWatcher(&Watcher::start); }

void Workers::stopWatching() { tellWatcher(&Watcher::stop); }

void Workers::refresh() { tellWatcher(&Watcher::refresh); }

void Workers::lookAt(const catalog::ScanOptions &options)
{
    m_options = options;
    if (m_ended)
        return;
    // Calls and signals of one thread arrive in their order, so what comes between these two comes of this look.
    QMetaObject::invokeMethod(m_watcher, [this, watcher = m_watcher, options, number = ++m_looks] {
        QMetaObject::invokeMethod(this, [this] { m_lookedElsewhere = true; });
        watcher->lookAt(options);
        QMetaObject::invokeMethod(this, [this, number] {
            m_lookedElsewhere = false;
            if (number == m_looks)
                Q_EMIT looked();
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
    if (m_ended || m_patience.isActive())
        return;
    m_patience.start();
    m_client->closeAll();
}

void Workers::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_patience.stop();
    m_client->forgetEngine();
    for (QThread *thread : { &m_engineThread, &m_catalogThread }) {
        thread->quit();
        thread->wait();
    }
    Q_EMIT finished();
}

} // namespace pipeglass::ui
