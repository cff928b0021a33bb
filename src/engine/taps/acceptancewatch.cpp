// SPDX-License-Identifier: MIT
#include "engine/taps/acceptancewatch.h"

#include "catalog/kernel/socketdiag.h"
#include "core/uniquefd.h"

#include <QThread>
#include <QTimer>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace pipeglass::engine {

namespace {

constexpr int shortestPauseMs = 1;
constexpr int longestPauseMs = 20;
constexpr quint64 anyCookie = 0xffffffffffffffffU;

} // namespace

/// Lives in the thread.
class AcceptanceWatch::Checker : public QObject {
public:
    explicit Checker(AcceptanceWatch *watch)
        : m_calls(this)
        , m_timer(this)
        , m_report([watch, sender = watch->m_reports.sender()](quint64 number, Outcome outcome) {
            sender.post([watch, number, outcome] { Q_EMIT watch->settled(number, outcome); });
        })
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Checker::checkAll);
    }

    [[nodiscard]] CallQueue::Sender calls() const { return m_calls.sender(); }

    void add(quint64 number, UniqueFd socket)
    {
        struct stat facts { };
        if (::fstat(socket.get(), &facts) != 0) { // no descriptor was left for the copy
            m_report(number, Outcome::Accepted);
            return;
        }
        if (checkOne(number, socket.get(), static_cast<quint32>(facts.st_ino)))
            return;
        m_waiting.insert_or_assign(number, Waiting{ std::move(socket), static_cast<quint32>(facts.st_ino) });
        m_pauseMs = shortestPauseMs;
        m_timer.start(m_pauseMs);
    }

    void forget(quint64 number) { m_waiting.erase(number); }

private:
    struct Waiting {
        UniqueFd socket;
        quint32 inode = 0;
    };

    void checkAll()
    {
        std::erase_if(m_waiting, [this](const auto &one) {
            return checkOne(one.first, one.second.socket.get(), one.second.inode);
        });
        m_pauseMs = std::min(2 * m_pauseMs, longestPauseMs);
        if (!m_waiting.empty())
            m_timer.start(m_pauseMs);
    }

    /// Whether it is settled, and reported.
    bool checkOne(quint64 number, int socket, quint32 inode)
    {
        const std::optional<Outcome> outcome = outcomeOf(socket, inode);
        if (outcome)
            m_report(number, *outcome);
        return outcome.has_value();
    }

    std::optional<Outcome> outcomeOf(int socket, quint32 inode)
    {
        pollfd state{ socket, POLLIN, 0 };
        if (::poll(&state, 1, 0) > 0) {
            // A listener that is closed resets those that wait. A server that accepted and closed had nothing unread.
            int error = 0;
            socklen_t size = sizeof error;
            const bool isReset = (state.revents & (POLLHUP | POLLERR)) != 0
                && ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error != 0;
            return isReset ? Outcome::Reset : Outcome::Accepted;
        }
        if (!m_diag) {
            auto opened = catalog::SocketDiag::open();
            if (!opened)
                return Outcome::Accepted;
            m_diag = *std::move(opened);
        }
        const auto told = m_diag->ask(inode, anyCookie, catalog::SocketDiag::Peer);
        if (!told || !*told)
            return Outcome::Accepted;
        return (*told)->peer.value_or(0) != 0 ? std::optional(Outcome::Accepted) : std::nullopt;
    }

    CallQueue m_calls;
    QTimer m_timer;
    std::function<void(quint64, Outcome)> m_report;
    std::optional<catalog::SocketDiag> m_diag;
    std::map<quint64, Waiting> m_waiting;
    int m_pauseMs = shortestPauseMs;
};

AcceptanceWatch::AcceptanceWatch(QObject *parent)
    : QObject(parent)
    , m_thread(new QThread(this))
    , m_reports(this)
{
    m_checker = new Checker(this);
    m_thread->setObjectName(QStringLiteral("acceptance"));
    m_checker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_checker, &QObject::deleteLater);
    m_thread->start();
}

AcceptanceWatch::~AcceptanceWatch()
{
    m_thread->quit();
    m_thread->wait();
}

void AcceptanceWatch::add(quint64 number, int socket)
{
    if (!m_thread->isRunning()) { // no thread could be made
        m_reports.post([this, number] { Q_EMIT settled(number, Outcome::Accepted); });
        return;
    }
    // std::function copies its target, and a descriptor has one owner.
    auto copy = std::make_shared<UniqueFd>(::fcntl(socket, F_DUPFD_CLOEXEC, 0));
    m_checker->calls().post([checker = m_checker, number, copy] { checker->add(number, std::move(*copy)); });
}

void AcceptanceWatch::forget(quint64 number)
{
    m_checker->calls().post([checker = m_checker, number] { checker->forget(number); });
}

} // namespace pipeglass::engine
