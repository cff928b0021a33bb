// SPDX-License-Identifier: MIT
#include "engine/taps/namefollower.h"

#include "catalog/kernel/directorywatch.h"
#include "core/threads/workerthread.h"

#include <QDeadlineTimer>

#include <cerrno>
#include <chrono>
#include <utility>

#include <poll.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

constexpr size_t eventBufferSize = size_t{ 16 } << 10U;
/// How long we look again and again after the name was deleted. Servers that make it anew at once do so within this
/// time, and to be woken up takes longer than they need from bind() to their first client.
constexpr std::chrono::microseconds lookingTime = 1ms;

/// Asks the scheduler to run this thread as soon as it is woken up: before all others where that is permitted, else by
/// a short time slice (Linux 6.12; before it is ignored).
void runSoon()
{
    sched_param first{};
    first.sched_priority = ::sched_get_priority_min(SCHED_RR);
    if (::sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, &first) == 0)
        return;
    struct Attributes { // sched_attr, of which the C library has no declaration
        quint32 size = sizeof(Attributes);
        quint32 policy = SCHED_OTHER;
        quint64 flags = 0;
        qint32 nice = ::getpriority(PRIO_PROCESS, 0);
        quint32 priority = 0;
        quint64 runtimeNanoseconds = 100'000;
        quint64 deadline = 0;
        quint64 period = 0;
    } attributes;
    (void)::syscall(SYS_sched_setattr, 0, &attributes, 0);
}

} // namespace

Result<UniqueFd> NameFollower::watch(const QByteArray &directory)
{
    UniqueFd inotify(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (!inotify.isValid()
        || ::inotify_add_watch(inotify.get(), directory.constData(), IN_CREATE | IN_DELETE | IN_ONLYDIR) < 0)
        return failure({ ErrorCode::NotWatched, errno, directory, {} });
    return inotify;
}

NameFollower::NameFollower(UniqueFd inotify, std::shared_ptr<exchange::ExchangedName> name)
    : m_inotify(std::move(inotify))
    , m_name(std::move(name))
    , m_stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

NameFollower::~NameFollower() { stop(); }

void NameFollower::stop()
{
    m_stops = true;
    const quint64 one = 1;
    (void)!::write(m_stop.get(), &one, sizeof one);
    if (m_thread.joinable())
        m_thread.join();
}

bool NameFollower::start()
{
    if (!m_stop.isValid())
        return false;
    (void)read();
    m_thread = startThread([this] { run(); });
    return m_thread.joinable();
}

void NameFollower::run()
{
    runSoon();
    pollfd waits[2] = { { m_inotify.get(), POLLIN, 0 }, { m_stop.get(), POLLIN, 0 } };
    while (!m_stops) {
        ::poll(waits, 2, -1);
        const Changes changes = read();
        m_unentered += changes.created;
        if (changes.wasDeleted)
            m_reports.post([this] { Q_EMIT deleted(); });
        if (changes.created > 0)
            (void)stepIn();
        if (changes.isFree)
            awaitNext();
        // What else was made is gone already.
        if (m_unentered > 0)
            m_reports.post(
                [this, count = std::exchange(m_unentered, 0)] { Q_EMIT missed(static_cast<quint64>(count)); });
    }
}

NameFollower::Changes NameFollower::read() const
{
    Changes changes;
    alignas(inotify_event) char buffer[eventBufferSize];
    for (ssize_t size = 0; (size = ::read(m_inotify.get(), buffer, sizeof buffer)) > 0;) {
        catalog::forEachInotifyEvent(
            QByteArrayView(buffer, size), [this, &changes](int /*descriptor*/, quint32 what, QByteArrayView name) {
                const bool areLost = (what & IN_Q_OVERFLOW) != 0; // either may have happened
                if (!areLost && name != m_name->leaf())
                    return;
                const bool isCreated = areLost || (what & IN_CREATE) != 0;
                changes.created += isCreated ? 1 : 0;
                changes.wasDeleted = changes.wasDeleted || areLost || !isCreated;
                changes.isFree = !isCreated;
            });
    }
    return changes;
}

NameFollower::Step NameFollower::stepIn()
{
    auto entered = m_name->enter();
    if (!entered && entered.error().code == ErrorCode::NoSpareSocket
        && m_name->makeSpares(exchange::ExchangedName::Amount::Some))
        entered = m_name->enter();
    if (!entered) {
        m_reports.post([this, error = entered.error()] { Q_EMIT failed(error); });
        return Step::Failed;
    }
    if (!*entered)
        return Step::Nothing;
    --m_unentered;
    // std::function copies its target, and descriptors have one owner.
    auto sockets = std::make_shared<exchange::Entered>(**std::move(entered));
    m_reports.post([this, sockets] { Q_EMIT this->entered(sockets.get()); });
    return Step::Entered;
}

void NameFollower::awaitNext()
{
    const QDeadlineTimer end(lookingTime, Qt::PreciseTimer);
    while (!m_stops && !end.hasExpired() && stepIn() == Step::Nothing) { }
}

} // namespace pipeglass::engine
