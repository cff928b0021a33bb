// SPDX-License-Identifier: MIT
#include "engine/sessions/recorder.h"

#include <QScopedValueRollback>

#include <chrono>
#include <utility>

namespace pipeglass::engine {

using namespace std::chrono_literals;

namespace {

/// With GoOn: events that wait for the disk. Beyond this the newest are dropped.
constexpr size_t mostWaiting = 10'000;

} // namespace

Recorder::Recorder(capture::RecordingPtr recording, DiskPolicy policy, QObject *parent)
    : QObject(parent)
    , m_recording(std::move(recording))
    , m_policy(policy)
    , m_lastConnection(static_cast<quint32>(m_recording->connections().size()))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1s);
    connect(&m_retry, &QTimer::timeout, this, &Recorder::tryAgain);
}

Recorder::~Recorder() = default;

Result<ConnectionId> Recorder::addConnection(capture::ConnectionInfo info)
{
    if (!m_failing) {
        const auto id = m_recording->addConnection(info);
        if (id)
            m_lastConnection = id->value;
        if (id || m_policy == DiskPolicy::Wait)
            return id;
        fail(id.error());
    } else if (m_policy == DiskPolicy::Wait) {
        return failure(m_error);
    }
    m_newConnections.push_back(std::move(info)); // gets this very number when it is written
    return ConnectionId{ ++m_lastConnection };
}

void Recorder::record(capture::Record record) { submit(std::move(record)); }

void Recorder::record(capture::Event event)
{
    event.time = now();
    submit(std::move(event));
}

void Recorder::submit(Item item)
{
    if (m_failing) {
        handle(std::move(item));
        return;
    }
    const Status status = append(item);
    if (status)
        return;
    m_failing = true;
    handle(std::move(item)); // before anybody hears of it and records more
    fail(status.error());
    // Where messages are missing stands in the recording from the first one on.
    if (m_policy == DiskPolicy::GoOn)
        (void)appendLosses();
}

/// What cannot be written now.
void Recorder::handle(Item item)
{
    const auto *record = std::get_if<capture::Record>(&item);
    if (m_policy == DiskPolicy::GoOn && record != nullptr)
        count(*record);
    else if (m_policy == DiskPolicy::Wait || m_waiting.size() < mostWaiting)
        m_waiting.push_back(std::move(item));
}

void Recorder::count(const capture::Record &record)
{
    const auto bytes = static_cast<quint64>(record.wire.size());
    for (LossCount *one : { &m_lost, &m_untold[{ record.connection, record.from }] }) {
        ++one->messages;
        one->bytes += bytes;
    }
    Q_EMIT recorded({ record.connection, 0, false, record });
}

void Recorder::fail(const Error &error)
{
    m_failing = true;
    m_error = error;
    m_retry.start();
    if (m_policy == DiskPolicy::Wait)
        Q_EMIT stalled(error);
    else
        Q_EMIT losing(error);
}

Status Recorder::append(const Item &item)
{
    if (const auto *event = std::get_if<capture::Event>(&item)) {
        if (const auto number = m_recording->append(*event); !number)
            return failure(number.error());
    } else {
        const auto &record = std::get<capture::Record>(item);
        const auto number = m_recording->append(record);
        if (!number)
            return failure(number.error());
        Q_EMIT recorded({ record.connection, *number, true, record });
    }
    Q_EMIT grew();
    return {};
}

Status Recorder::appendLosses()
{
    while (!m_untold.empty()) {
        const auto &[where, loss] = *m_untold.begin();
        capture::Event event{ now(), where.first, capture::EventKind::Lost, where.second };
        event.messages = loss.messages;
        event.bytes = loss.bytes;
        if (const auto number = m_recording->append(event); !number)
            return failure(number.error());
        m_untold.erase(m_untold.begin());
        Q_EMIT grew();
    }
    return {};
}

Status Recorder::drain()
{
    if (m_draining) // a slot of `recorded` ended the session: the loop outside goes on
        return {};
    const QScopedValueRollback guard(m_draining, true);
    for (; !m_newConnections.empty(); m_newConnections.pop_front()) {
        if (const auto id = m_recording->addConnection(m_newConnections.front()); !id)
            return failure(id.error());
    }
    if (const Status told = appendLosses(); !told)
        return told;
    while (!m_waiting.empty()) {
        Item item = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (const Status status = append(item); !status) {
            m_waiting.push_front(std::move(item));
            return status;
        }
    }
    return {};
}

void Recorder::tryAgain()
{
    // With GoOn one loss after the other would use up the space that is kept for telling of them.
    if ((m_policy == DiskPolicy::GoOn && !m_recording->canGrow()) || !drain()) {
        m_retry.start();
        return;
    }
    m_failing = false;
    Q_EMIT resumed();
}

void Recorder::retryNow()
{
    if (m_failing && !m_draining)
        tryAgain();
}

void Recorder::setPolicy(DiskPolicy policy)
{
    if (std::exchange(m_policy, policy) == policy || !m_failing)
        return;
    if (policy == DiskPolicy::Wait) {
        Q_EMIT stalled(m_error);
        return;
    }
    std::deque<Item> waiting = std::exchange(m_waiting, {});
    for (Item &item : waiting)
        handle(std::move(item));
    Q_EMIT losing(m_error);
    Q_EMIT resumed();
}

Status Recorder::finish()
{
    m_retry.stop();
    Status status = drain();
    if (status || m_policy == DiskPolicy::Wait)
        return status;
    // What can be said in the space that is kept for it: what is missing, and that it has ended.
    (void)appendLosses();
    for (const Item &item : std::exchange(m_waiting, {})) {
        if (const auto *event = std::get_if<capture::Event>(&item))
            (void)m_recording->append(*event);
    }
    return {};
}

} // namespace pipeglass::engine
