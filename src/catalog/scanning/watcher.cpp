// SPDX-License-Identifier: MIT
#include "catalog/scanning/watcher.h"

#include "catalog/kernel/directorywatch.h"
#include "core/clock.h"
#include "core/threads/pollpacer.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pipeglass::catalog {

namespace {

/// Milliseconds between two socket tables.
constexpr int minPollInterval = 1000;
/// Without changes polling takes less than 1 % of a core, however many pipes there are.
constexpr PollPacer pacer{ minPollInterval, 5000, 130 };

} // namespace

class Watcher::Private {
public:
    Private(Watcher *watcher, ScanOptions options)
        : scanner(std::make_unique<Scanner>(options))
        , filter(options.scope)
        , poll(new QTimer(watcher)) // children, so that they move with the watcher to its thread
        , soon(new QTimer(watcher))
        , m_watcher(watcher)
    {
        poll->setInterval(minPollInterval);
        poll->setTimerType(Qt::VeryCoarseTimer);
        soon->setSingleShot(true);
    }

    void scheduleScan();
    void scanNow();
    void pollNow();
    void scanEverything(bool forceEmit = false);
    void scanPending();
    void beginWatch();
    void renewWatch();
    void setScanOptions(const ScanOptions &options);

    std::unique_ptr<Scanner> scanner;
    NameFilter filter;
    std::unique_ptr<DirectoryWatch> watch; ///< while started
    QTimer *poll;
    QTimer *soon;

private:
    void takeChanges();
    [[nodiscard]] SnapshotPtr withProblems(const SnapshotPtr &snapshot) const;
    void rest(qint64 cost);
    void tell(const SnapshotPtr &snapshot, const SnapshotDiff &difference);

    Watcher *m_watcher;
    SnapshotPtr m_lastEmitted = std::make_shared<Snapshot>();
    std::vector<QByteArray> m_watched;
    QElapsedTimer m_sinceScan;
    DirectoryWatch::Changes m_pending; ///< not scanned yet
    bool m_needsSockets = false; ///< whether m_pending needs a socket table
};

/// Combines changes that arrive together into one scan.
void Watcher::Private::scheduleScan()
{
    constexpr int together = 20;
    if (!soon->isActive())
        soon->start(together);
}

void Watcher::Private::takeChanges()
{
    DirectoryWatch::Changes changes = watch->takeChanges();
    constexpr size_t most = 2000;
    m_pending.everything = m_pending.everything || changes.everything || m_pending.paths.size() > most;
    m_pending.paths.insert(m_pending.paths.end(), changes.paths.begin(), changes.paths.end());
}

void Watcher::Private::scanNow()
{
    takeChanges();
    // The scanner does not know the problems of the watch that were reported with its rows.
    if (!m_pending.everything && !m_needsSockets && watch->problems().empty() && watch->isComplete()) {
        const Scanner::Update update =
            scanner->update({ .sockets = false, .paths = std::exchange(m_pending, {}).paths });
        if (!update.difference.isEmpty())
            tell(update.snapshot, update.difference);
        if (!update.needsSockets)
            return;
    }
    m_needsSockets = true;
    const qint64 wait = m_sinceScan.isValid() ? minPollInterval - m_sinceScan.elapsed() : 0;
    if (wait > 0)
        soon->start(static_cast<int>(wait));
    else
        scanPending();
}

void Watcher::Private::pollNow()
{
    // A pending scan will read the sockets; postpone only scans of names.
    if (!soon->isActive() || !m_needsSockets)
        scanPending();
}

/// Reads a new socket table and the pending changes.
void Watcher::Private::scanPending()
{
    takeChanges();
    const bool anyNew = watch->renew();
    if (anyNew || !watch->isComplete() || m_pending.everything) {
        scanEverything();
        return;
    }
    const qint64 before = threadCpuTime();
    const Scanner::Update step = scanner->update({ .paths = std::exchange(m_pending, {}).paths });
    m_needsSockets = false;
    m_sinceScan.start();
    rest(threadCpuTime() - before + scanner->otherThreadsCpuTime());
    const SnapshotPtr snapshot = withProblems(step.snapshot);
    renewWatch();
    if (!step.difference.isEmpty() || snapshot->problems != m_lastEmitted->problems)
        tell(snapshot, step.difference);
}

/// The sockets determine the directories.
void Watcher::Private::renewWatch()
{
    if (!watch || scanner->directories() == m_watched)
        return;
    beginWatch();
    // Changes before the watch began are unknown.
    m_pending.everything = true;
    scheduleScan();
}

void Watcher::Private::setScanOptions(const ScanOptions &options)
{
    scanner = std::make_unique<Scanner>(options);
    filter = NameFilter(options.scope);
    poll->setInterval(minPollInterval); // the cost of the last poll does not apply to the new set
    if (!watch)
        return;
    beginWatch();
    scanEverything();
}

void Watcher::Private::beginWatch()
{
    m_watched = scanner->directories();
    watch = std::make_unique<DirectoryWatch>(m_watched, filter);
    // Through a timer, so that the watch is not deleted while it emits.
    QObject::connect(watch.get(), &DirectoryWatch::changed, m_watcher, [this] { scheduleScan(); });
}

void Watcher::Private::rest(qint64 cost)
{
    const int gap = pacer.restMs(cost);
    if (qAbs(poll->interval() - gap) > minPollInterval / 2)
        poll->setInterval(gap);
}

SnapshotPtr Watcher::Private::withProblems(const SnapshotPtr &snapshot) const
{
    const std::vector<Error> problems = watch ? watch->problems() : std::vector<Error>();
    if (problems.empty())
        return snapshot;
    auto all = std::make_shared<Snapshot>(*snapshot);
    all->problems.insert(all->problems.end(), problems.begin(), problems.end());
    return all;
}

void Watcher::Private::scanEverything(bool forceEmit)
{
    m_pending = {};
    m_needsSockets = false;
    const SnapshotPtr snapshot = withProblems(scanner->scan());
    m_sinceScan.start();
    renewWatch();
    const SnapshotDiff diff = difference(*m_lastEmitted, *snapshot);
    if (forceEmit || !diff.isEmpty() || snapshot->problems != m_lastEmitted->problems)
        tell(snapshot, diff);
}

void Watcher::Private::tell(const SnapshotPtr &snapshot, const SnapshotDiff &difference)
{
    m_lastEmitted = snapshot;
    // Last: a receiver may call stop().
    Q_EMIT m_watcher->changed(snapshot, difference);
}

Watcher::Watcher(ScanOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
    qRegisterMetaType<SnapshotPtr>();
    qRegisterMetaType<SnapshotDiff>();
    connect(d->poll, &QTimer::timeout, this, [this] { d->pollNow(); });
    connect(d->soon, &QTimer::timeout, this, [this] { d->scanNow(); });
}

Watcher::~Watcher() = default;

void Watcher::start()
{
    if (d->watch)
        return;
    // Before the first scan, so that no change is missed.
    d->beginWatch();
    d->poll->start();
    d->scanEverything(true);
}

void Watcher::stop()
{
    d->poll->stop();
    d->soon->stop();
    d->watch.reset();
}

void Watcher::setScanOptions(const ScanOptions &options) { d->setScanOptions(options); }

void Watcher::refresh() { d->scanEverything(); }

} // namespace pipeglass::catalog
