// SPDX-License-Identifier: MIT
#include "catalog/watcher.h"

#include "catalog/directorywatch.h"
#include "core/clock.h"
#include "core/errortext.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pipeglass::catalog {

namespace {

/// Between two lists of the kernel's sockets, however much happens.
constexpr int shortestGap = 1000;
/// Where nothing happens, looking takes less than a hundredth of a core, however many pipes there are.
constexpr qint64 restFactor = 130;
constexpr qint64 longestGap = 5000;

} // namespace

class Watcher::Private {
public:
    Private(Watcher *watcher, ScanOptions options)
        : scanner(std::make_unique<Scanner>(options))
        , filter(options.scope)
        , poll(new QTimer(watcher)) // children, so that they follow the watcher into its thread
        , soon(new QTimer(watcher))
        , m_watcher(watcher)
    {
        poll->setInterval(shortestGap);
        poll->setTimerType(Qt::VeryCoarseTimer);
        soon->setSingleShot(true);
    }

    void lookSoon();
    void lookNow();
    void pollNow();
    void lookAtAll(bool tellAnyway = false);
    void lookAtStirred();
    void beginWatch();
    void renewWatch();
    void lookAt(const ScanOptions &options);

    std::unique_ptr<Scanner> scanner;
    NameFilter filter;
    std::unique_ptr<DirectoryWatch> watch; ///< while somebody looks
    QTimer *poll;
    QTimer *soon;

private:
    void takeStir();
    [[nodiscard]] SnapshotPtr withProblems(const SnapshotPtr &snapshot) const;
    void rest(qint64 took);
    void tell(const SnapshotPtr &snapshot, const SnapshotDiff &difference);

    Watcher *m_watcher;
    SnapshotPtr m_told = std::make_shared<Snapshot>();
    std::vector<QByteArray> m_watched;
    QElapsedTimer m_sinceScan;
    DirectoryWatch::Stir m_stirred; ///< and not looked at yet
    bool m_needsSockets = false; ///< for that
};

/// What comes together is one look.
void Watcher::Private::lookSoon()
{
    constexpr int together = 20;
    if (!soon->isActive())
        soon->start(together);
}

void Watcher::Private::takeStir()
{
    DirectoryWatch::Stir stir = watch->takeStir();
    constexpr size_t most = 2000;
    m_stirred.everything = m_stirred.everything || stir.everything || m_stirred.paths.size() > most;
    m_stirred.paths.insert(m_stirred.paths.end(), stir.paths.begin(), stir.paths.end());
}

void Watcher::Private::lookNow()
{
    takeStir();
    // Rows that were told with a problem of the watch beside them are not the scanner's.
    const bool mayStep = !m_stirred.everything && !m_needsSockets && watch->problems().empty() && watch->isComplete();
    const auto step = mayStep ? scanner->lookAgainAt(m_stirred.paths) : std::nullopt;
    if (step) {
        m_stirred = {};
        if (!step->difference.isEmpty())
            tell(step->snapshot, step->difference);
        return;
    }
    m_needsSockets = true;
    const qint64 wait = m_sinceScan.isValid() ? shortestGap - m_sinceScan.elapsed() : 0;
    if (wait > 0)
        soon->start(static_cast<int>(wait));
    else
        lookAtStirred();
}

void Watcher::Private::pollNow()
{
    // A look that waits for its turn will read the sockets; one at names alone will not, however many of them come.
    if (!soon->isActive() || !m_needsSockets)
        lookAtStirred();
}

/// A new list of sockets, and what stirred.
void Watcher::Private::lookAtStirred()
{
    takeStir();
    const bool anyNew = watch->renew();
    if (anyNew || !watch->isComplete() || m_stirred.everything) {
        lookAtAll();
        return;
    }
    const qint64 before = threadBusyTime();
    const Scanner::Step step = scanner->update(std::exchange(m_stirred, {}).paths);
    m_needsSockets = false;
    m_sinceScan.start();
    rest((threadBusyTime() - before + scanner->tookBeside()) / 1'000'000);
    const SnapshotPtr snapshot = withProblems(step.snapshot);
    renewWatch();
    if (!step.difference.isEmpty() || snapshot->problems != m_told->problems)
        tell(snapshot, step.difference);
}

/// Directories come to be known by the sockets in them.
void Watcher::Private::renewWatch()
{
    if (!watch || scanner->directories() == m_watched)
        return;
    beginWatch();
    // What happened there before is not known.
    m_stirred.everything = true;
    lookSoon();
}

void Watcher::Private::lookAt(const ScanOptions &options)
{
    scanner = std::make_unique<Scanner>(options);
    filter = NameFilter(options.scope);
    poll->setInterval(shortestGap); // as many as there are now, it took other times than it will
    if (!watch)
        return;
    beginWatch();
    lookAtAll();
}

void Watcher::Private::beginWatch()
{
    m_watched = scanner->directories();
    watch = std::make_unique<DirectoryWatch>(m_watched, filter);
    // By way of a timer: so nothing takes the watch away while the watch is what called.
    QObject::connect(watch.get(), &DirectoryWatch::stirred, m_watcher, [this] { lookSoon(); });
}

/// How long to rest after a look that took so many milliseconds of a core.
void Watcher::Private::rest(qint64 took)
{
    const qint64 gap = qBound<qint64>(shortestGap, took * restFactor, longestGap);
    if (qAbs(poll->interval() - gap) > shortestGap / 2)
        poll->setInterval(static_cast<int>(gap));
}

SnapshotPtr Watcher::Private::withProblems(const SnapshotPtr &snapshot) const
{
    const std::vector<Error> problems = watch ? watch->problems() : std::vector<Error>();
    if (problems.empty())
        return snapshot;
    auto all = std::make_shared<Snapshot>(*snapshot);
    for (const Error &problem : problems)
        all->problems.push_back(errorText(problem));
    return all;
}

void Watcher::Private::lookAtAll(bool tellAnyway)
{
    m_stirred = {};
    m_needsSockets = false;
    const SnapshotPtr snapshot = withProblems(scanner->scan());
    m_sinceScan.start();
    renewWatch();
    const SnapshotDiff diff = difference(*m_told, *snapshot);
    if (tellAnyway || !diff.isEmpty() || snapshot->problems != m_told->problems)
        tell(snapshot, diff);
}

void Watcher::Private::tell(const SnapshotPtr &snapshot, const SnapshotDiff &difference)
{
    m_told = snapshot;
    // Last: whoever hears it may stop us.
    Q_EMIT m_watcher->changed(snapshot, difference);
}

Watcher::Watcher(ScanOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
    qRegisterMetaType<SnapshotPtr>();
    qRegisterMetaType<SnapshotDiff>();
    connect(d->poll, &QTimer::timeout, this, [this] { d->pollNow(); });
    connect(d->soon, &QTimer::timeout, this, [this] { d->lookNow(); });
}

Watcher::~Watcher() = default;

void Watcher::start()
{
    if (d->watch)
        return;
    // Before the first look, so that nothing falls between the two.
    d->beginWatch();
    d->poll->start();
    d->lookAtAll(true);
}

void Watcher::stop()
{
    d->poll->stop();
    d->soon->stop();
    d->watch.reset();
}

void Watcher::lookAt(const ScanOptions &options) { d->lookAt(options); }

void Watcher::refresh() { d->lookAtAll(); }

} // namespace pipeglass::catalog
