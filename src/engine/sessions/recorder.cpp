// SPDX-License-Identifier: MIT
#include "engine/sessions/recorder.h"

#include <QScopedValueRollback>

#include <chrono>
#include <utility>

namespace pipeglass::engine {

using namespace std::chrono_literals;

namespace {

/// With GoOn: connections and events that wait for the disk. Beyond this the newest are dropped.
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
        return failure(ErrorCode::DiskFull, m_recording->path());
    }
    m_waiting.emplace_back(std::move(info)); // gets this very number when it is written
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
    if (const Status status = append(item); !status) {
        fail(status.error());
        handle(std::move(item));
        // Where messages are missing stands in the recording from the first one on.
        if (m_policy == DiskPolicy::GoOn)
            (void)appendLosses();
    }
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
    m_retry.start();
    if (m_policy == DiskPolicy::Wait)
        Q_EMIT stalled(error);
    else
        Q_EMIT losing(error);
}

Status Recorder::append(const Item &item)
{
    if (const auto *info = std::get_if<capture::ConnectionInfo>(&item)) {
        const auto id = m_recording->addConnection(*info);
        return id ? Status() : failure(id.error());
    }
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
    while (!m_waiting.empty()) {
        // The item stays in front while its slots run, so that what they record comes behind it.
        const Item item = m_waiting.front();
        if (const Status status = append(item); !status)
            return status;
        m_waiting.pop_front();
    }
    return appendLosses();
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

void Recorder::setPolicy(DiskPolicy policy)
{
    if (std::exchange(m_policy, policy) == policy || !m_failing || policy == DiskPolicy::Wait)
        return;
    std::deque<Item> waiting = std::exchange(m_waiting, {});
    for (Item &item : waiting)
        handle(std::move(item));
    Q_EMIT resumed();
}

Status Recorder::finish()
{
    m_retry.stop();
    return drain();
}

} // namespace pipeglass::engine
