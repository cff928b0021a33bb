// SPDX-License-Identifier: MIT
#include "catalog/watcher.h"

#include "catalog/directorywatch.h"
#include "catalog/pipename.h"
#include "core/errortext.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pipeglass::catalog {

namespace {

constexpr int pollInterval = 1000;
/// Between two looks, however much happens: at least this long, and long enough to be at rest nine tenths of the time.
constexpr qint64 shortestGap = 100;
constexpr qint64 longestGap = 1000;
constexpr qint64 restFactor = 9;

} // namespace

class Watcher::Private {
public:
    Private(Watcher *watcher, ScanOptions options)
        : scanner(std::move(options))
        , poll(new QTimer(watcher)) // children, so that they follow the watcher into its thread
        , soon(new QTimer(watcher))
        , m_watcher(watcher)
    {
        poll->setInterval(pollInterval);
        poll->setTimerType(Qt::VeryCoarseTimer);
        soon->setSingleShot(true);
    }

    void lookSoon();
    void pollNow();
    void look(Scanner::Reach reach, bool tellAnyway = false);

    Scanner scanner;
    std::unique_ptr<DirectoryWatch> watch; ///< while somebody looks
    QTimer *poll;
    QTimer *soon;

private:
    [[nodiscard]] SnapshotPtr scan(Scanner::Reach reach);

    Watcher *m_watcher;
    SnapshotPtr m_told = std::make_shared<Snapshot>();
    QElapsedTimer m_sinceLook;
    qint64 m_gap = shortestGap;
};

void Watcher::Private::lookSoon()
{
    if (!soon->isActive())
        soon->start(static_cast<int>(qMax<qint64>(0, m_gap - m_sinceLook.elapsed())));
}

void Watcher::Private::pollNow()
{
    if (soon->isActive())
        return;
    const bool anyNew = watch->renew();
    look(anyNew || !watch->isComplete() ? Scanner::Reach::Everything : Scanner::Reach::SocketsOnly);
}

SnapshotPtr Watcher::Private::scan(Scanner::Reach reach)
{
    QElapsedTimer duration;
    duration.start();
    SnapshotPtr snapshot = scanner.scan(reach);
    m_gap = qBound(shortestGap, duration.elapsed() * restFactor, longestGap);
    m_sinceLook.start();
    const std::vector<Error> problems = watch ? watch->problems() : std::vector<Error>();
    if (problems.empty())
        return snapshot;
    auto withProblems = std::make_shared<Snapshot>(*snapshot);
    for (const Error &problem : problems)
        withProblems->problems.push_back(errorText(problem));
    return withProblems;
}

void Watcher::Private::look(Scanner::Reach reach, bool tellAnyway)
{
    SnapshotPtr snapshot = scan(reach);
    const SnapshotDiff diff = difference(*m_told, *snapshot);
    if (!tellAnyway && diff.isEmpty() && snapshot->problems == m_told->problems)
        return;
    m_told = snapshot;
    // Last: whoever hears it may stop us.
    Q_EMIT
    m_watcher->changed(snapshot, diff);
}

Watcher::Watcher(ScanOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
    qRegisterMetaType<SnapshotPtr>();
    qRegisterMetaType<SnapshotDiff>();
    connect(d->poll, &QTimer::timeout, this, [this] { d->pollNow(); });
    connect(d->soon, &QTimer::timeout, this, [this] {
        d->watch->renew();
        d->look(Scanner::Reach::Everything);
    });
}

Watcher::~Watcher() = default;

void Watcher::start()
{
    if (d->watch)
        return;
    // Before the first look, so that nothing falls between the two.
    d->watch = std::make_unique<DirectoryWatch>(d->scanner.directories(), NameFilter());
    // By way of a timer: so stop() never takes the watch away while the watch is what called.
    connect(d->watch.get(), &DirectoryWatch::stirred, this, [this] { d->lookSoon(); });
    d->poll->start();
    d->look(Scanner::Reach::Everything, true);
}

void Watcher::stop()
{
    d->poll->stop();
    d->soon->stop();
    d->watch.reset();
}

void Watcher::refresh() { d->look(Scanner::Reach::Everything); }

} // namespace pipeglass::catalog
