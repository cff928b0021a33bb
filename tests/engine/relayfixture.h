// SPDX-License-Identifier: MIT
#pragma once

#include "engine/recorded.h"
#include "engine/sessionfixture.h"
#include "engine/sessions/relay.h"

#include <QSignalSpy>

#include <algorithm>
#include <utility>
#include <vector>

namespace pipeglass::test {

/// A relay between two sockets of the test: `client` and `server`.
struct RelayFixture {
    using Pair = std::pair<UniqueFd, UniqueFd>;

    explicit RelayFixture(const char *framing = "int32le", const engine::RelayRules &rules = {})
        : RelayFixture(framing, connectedPair(), connectedPair(), rules)
    {
    }

    RelayFixture(const char *framing, Pair clients, Pair servers, const engine::RelayRules &rules)
        : client(std::move(clients.first))
        , server(std::move(servers.first))
        , recorder(*capture::Recording::create(), engine::DiskPolicy::Wait)
        , id(*recorder.addConnection({}))
        , connection(
              { id, {}, {}, talking(framing).framing, 1 << 20 },
              { std::move(clients.second), std::move(servers.second) }, recorder)
        , changed(&connection, &engine::Connection::changed)
    {
        makeNonBlocking(client);
        makeNonBlocking(server);
        connection.setRules(rules);
        connection.start();
    }

    [[nodiscard]] QByteArray stream(Side from) const { return streamOf(*recorder.recording(), id, from); }
    [[nodiscard]] std::vector<capture::EventKind> events() const
    {
        std::vector<capture::EventKind> kinds;
        for (quint64 n = 0; n < recorder.recording()->count(); ++n) {
            if (const auto summary = recorder.recording()->summary(n); summary.isEvent)
                kinds.push_back(summary.eventKind);
        }
        return kinds;
    }

    [[nodiscard]] bool did(capture::EventKind kind) const
    {
        const auto all = events();
        return std::find(all.begin(), all.end(), kind) != all.end();
    }
    [[nodiscard]] std::optional<capture::Event> event(capture::EventKind kind) const
    {
        for (quint64 n = 0; n < recorder.recording()->count(); ++n) {
            if (const auto summary = recorder.recording()->summary(n); summary.isEvent && summary.eventKind == kind)
                return recorder.recording()->event(n).value();
        }
        return {};
    }
    /// Whether exactly this has come at the other end of `from`.
    bool received(Side from, const QByteArray &expected)
    {
        QByteArray &all = m_received[from];
        const UniqueFd &socket = from == Side::Client ? server : client;
        return QTest::qWaitFor([&] { return (all += readAvailable(socket)).size() >= expected.size(); })
            && all == expected;
    }
    /// Whether nothing more than that comes for a while.
    bool receivedOnly(Side from, const QByteArray &expected)
    {
        QTest::qWait(20);
        return received(from, expected);
    }
    void write(Side from, const QByteArray &bytes) const { writeAll(from == Side::Client ? client : server, bytes); }

    UniqueFd client;
    UniqueFd server;
    engine::Recorder recorder;
    ConnectionId id;
    engine::Relay connection;
    QSignalSpy changed;
    PerSide<QByteArray> m_received;
};

} // namespace pipeglass::test
