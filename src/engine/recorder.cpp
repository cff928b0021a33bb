// SPDX-License-Identifier: MIT
#include "engine/recorder.h"

#include <QScopedValueRollback>

#include <chrono>
#include <utility>

namespace pipeglass::engine {

using namespace std::chrono_literals;

Recorder::Recorder(capture::RecordingPtr recording, QObject *parent)
    : QObject(parent)
    , m_recording(std::move(recording))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1s);
    connect(&m_retry, &QTimer::timeout, this, &Recorder::tryAgain);
}

Recorder::~Recorder() = default;

Result<ConnectionId> Recorder::addConnection(capture::ConnectionInfo info)
{
    return m_recording->addConnection(std::move(info));
}

void Recorder::record(capture::Record record) { submit(std::move(record)); }

void Recorder::record(capture::Event event)
{
    event.time = now();
    submit(std::move(event));
}

void Recorder::submit(Item item)
{
    if (isStalled()) {
        m_waiting.push_back(std::move(item));
        return;
    }
    if (const Status status = append(item); !status) {
        m_waiting.push_back(std::move(item));
        m_retry.start();
        Q_EMIT stalled(status.error());
    }
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
        Q_EMIT recorded({ record.connection, *number, record });
    }
    Q_EMIT grew();
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
    return {};
}

void Recorder::tryAgain()
{
    if (drain())
        Q_EMIT resumed();
    else
        m_retry.start();
}

Status Recorder::finish()
{
    m_retry.stop();
    if (const Status status = drain(); !status)
        return status;
    return {};
}

} // namespace pipeglass::engine
