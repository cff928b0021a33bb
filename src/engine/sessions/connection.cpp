// SPDX-License-Identifier: MIT
#include "engine/sessions/connection.h"

#include "engine/sessions/recorder.h"

#include <chrono>
#include <utility>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// A message that has not come whole in this time is told of.
constexpr std::chrono::milliseconds awaitedPatience = 500ms;

} // namespace

using capture::EventKind;

Connection::Connection(const Setup &setup, Recorder &recorder, QObject *parent)
    : QObject(parent)
    , m_recorder(recorder)
    , m_state{ setup.id, setup.peers, setup.ours, {}, {}, false, {}, {}, setup.path }
    , m_streams{
        MessageStream(Side::Client, setup.id, forStream(setup.framing.client, streamNames()), setup.limit, recorder),
        MessageStream(Side::Server, setup.id, forStream(setup.framing.server, streamNames()), setup.limit, recorder)
    }
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(awaitedPatience);
    connect(&m_patience, &QTimer::timeout, this, &Connection::checkAwaited);
}

framing::StreamNames Connection::streamNames() const
{
    return framing::StreamNames::of(m_state.path, m_state.peers.server.program);
}

void Connection::start()
{
    recordEvent(EventKind::Connected);
    begin();
}

void Connection::identify(Side side, const ProcessInfo &process)
{
    m_state.peers[side] = process;
    capture::Event event{ {}, m_state.id, EventKind::Identified, side };
    event.process = process;
    m_recorder.record(event);
    Q_EMIT changed();
}

void Connection::setFraming(Side from, const framing::FramingPtr &framing)
{
    mutableStream(from).setFraming(forStream(framing, streamNames()), now());
    m_state.awaited[from] = {};
    watchAwaited();
    Q_EMIT changed();
}

Status Connection::send(const framing::Frame & /*frame*/) { return failure(ErrorCode::Unsupported); }

Status Connection::reply(const framing::Frame & /*frame*/) { return failure(ErrorCode::Unsupported); }

Status Connection::decide(Side /*from*/, quint64 /*held*/, const HeldAction & /*action*/)
{
    return failure(ErrorCode::Unsupported);
}

Status Connection::inject(Side /*from*/, const QByteArray & /*payload*/) { return failure(ErrorCode::Unsupported); }

void Connection::recordEvent(EventKind kind, std::optional<Side> side)
{
    m_recorder.record(capture::Event{ {}, m_state.id, kind, side });
}

void Connection::setEnd(Side from, StreamEnd end)
{
    if (m_state.ends[from] != StreamEnd::Open || end == StreamEnd::Open)
        return;
    mutableStream(from).finish(now());
    m_state.ends[from] = end;
    m_state.awaited[from] = {};
    if (end == StreamEnd::ByWriter)
        recordEvent(EventKind::HalfClosed, from);
    else
        recordEvent(EventKind::ReadingEnded, otherSide(from));
}

void Connection::setClosed(std::optional<Side> by, const PerSide<StreamEnd> &ends)
{
    for (const Side side : { Side::Client, Side::Server }) {
        mutableStream(side).finish(now());
        if (m_state.ends[side] == StreamEnd::Open)
            m_state.ends[side] = ends[side];
    }
    m_patience.stop();
    m_state.awaited = {};
    m_state.closed = true;
    recordEvent(EventKind::Closed, by);
    Q_EMIT changed();
}

void Connection::watchAwaited()
{
    PerSide<QByteArray> guessed{ stream(Side::Client).guessed(), stream(Side::Server).guessed() };
    if (m_state.guessedFraming != guessed) {
        m_state.guessedFraming = std::move(guessed);
        Q_EMIT changed();
    }
    const bool isWhole = stream(Side::Client).awaited().have == 0 && stream(Side::Server).awaited().have == 0;
    if (!isWhole && !m_patience.isActive() && !m_state.closed) {
        m_messagesBefore = { stream(Side::Client).messages(), stream(Side::Server).messages() };
        m_patience.start();
    } else if (isWhole && m_state.awaited != PerSide<Awaited>()) {
        checkAwaited();
    }
}

void Connection::checkAwaited()
{
    PerSide<Awaited> awaited;
    for (const Side side : { Side::Client, Side::Server }) {
        // Where messages came meanwhile, this is another one, and only a moment old.
        if (stream(side).messages() == m_messagesBefore[side])
            awaited[side] = stream(side).awaited();
    }
    const bool isNew = std::exchange(m_state.awaited, awaited) != awaited;
    const auto isUntold = [this](Side side) {
        return stream(side).awaited().have > 0 && m_state.awaited[side].have == 0;
    };
    if (isUntold(Side::Client) || isUntold(Side::Server))
        watchAwaited();
    if (isNew)
        Q_EMIT changed();
}

} // namespace pipeglass::engine
