// SPDX-License-Identifier: MIT
#include "cli/messages/tapreport.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace pipeglass::cli {

namespace {

using namespace std::chrono_literals;

/// How long what happens at a connection waits for the name of its client.
constexpr std::chrono::milliseconds namePatience = 250ms;

} // namespace

TapReport::TapReport(engine::Session &session, Output &out, Options options)
    : m_session(session)
    , m_events(out, options.format)
{
    using engine::Session;
    connect(&session, &Session::connectionOpened, this, &TapReport::onConnected);
    connect(&session, &Session::connectionChanged, this, &TapReport::onChanged);
    if (!options.quiet)
        connect(&session, &Session::message, this, [this](const engine::MessageEvent &message) {
            tell([this, record = message.record] { m_events.message(record); });
        });
    connect(&session, &Session::connectionHeld, this, [this](ConnectionId connection) {
        tell([this, connection] { m_events.held(connection); });
    });
    connect(&session, &Session::recreated, this, [this] { tell([this] { m_events.recreated(); }); });
    connect(&session, &Session::missed, this, [this](quint64 count) {
        tell([this, count, total = m_session.missedConnections()] { m_events.missed(count, total); });
    });
    connect(&session, &Session::pipeTapped, this, [this](const QByteArray &path, const ProcessInfo &server) {
        tell([this, path, server] { m_events.tapped(path, server, 0); });
    });
    connect(&session, &Session::left, this, [this] { tell([this] { m_events.left(); }); });
}

TapReport::~TapReport() = default;

void TapReport::begin()
{
    m_hasBegun = true;
    const engine::SourceFacts &source = m_session.facts();
    if (!source.program)
        m_events.tapped(source.path, source.server, source.connectedBefore.size());
    tellWaiting();
}

void TapReport::finish()
{
    for (Untold &one : m_untold)
        one.unnamed = {};
    tellWaiting();
}

void TapReport::tell(std::function<void()> event)
{
    m_untold.push_back({ {}, std::move(event) });
    tellWaiting();
}

void TapReport::tellWaiting()
{
    while (m_hasBegun && !m_untold.empty() && !m_untold.front().unnamed.isValid()) {
        const std::function<void()> event = std::move(m_untold.front().tell);
        m_untold.pop_front();
        event();
    }
}

void TapReport::onConnected(const engine::ConnectionState &connection)
{
    const ConnectionId id = connection.id;
    m_connections.insert_or_assign(id, connection);
    const bool isNamed = !connection.peers.client.program.isEmpty();
    m_untold.push_back({ isNamed ? ConnectionId() : id, [this, id] {
                            if (const auto found = m_connections.find(id); found != m_connections.end())
                                m_events.connected(found->second);
                        } });
    if (!isNamed)
        QTimer::singleShot(namePatience, this, [this, id] { nameKnown(id); });
    tellWaiting();
}

void TapReport::nameKnown(ConnectionId connection)
{
    for (Untold &one : m_untold) {
        if (one.unnamed == connection)
            one.unnamed = {};
    }
    tellWaiting();
}

void TapReport::onChanged(const engine::ConnectionState &connection)
{
    const auto found = m_connections.find(connection.id);
    if (found == m_connections.end())
        return;
    const engine::ConnectionState before = std::exchange(found->second, connection);
    for (const Side side : { Side::Client, Side::Server }) {
        if (before.ends[side] == engine::StreamEnd::Open && connection.ends[side] == engine::StreamEnd::ByWriter
            && !connection.closed)
            tell([this, id = connection.id, side] { m_events.halfClosed(id, side); });
    }
    for (const Side side : { Side::Client, Side::Server }) {
        const QByteArray framing = connection.guessedFraming[side];
        if (!framing.isEmpty() && before.guessedFraming[side] != framing)
            tell([this, id = connection.id, side, framing] { m_events.framingGuessed(id, side, framing); });
    }
    if (connection.closed)
        tell([this, id = connection.id] {
            m_events.closed(id);
            m_connections.erase(id);
        });
    if (!connection.peers.client.program.isEmpty() || connection.closed)
        nameKnown(connection.id);
}

} // namespace pipeglass::cli
