// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/side.h"
#include "core/strongid.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <optional>

namespace pipeglass::decoding {

/// Finds the request that an answer belongs to: by the ids of JSON-RPC and the Debug Adapter Protocol, also in
/// MessagePack, otherwise by order: the server's next message answers the client's oldest one. Takes the messages of a
/// conversation in order. One thread.
class Pairing {
public:
    /// Longer payloads are not searched for ids; their start is enough to be given.
    static constexpr qsizetype examined = qsizetype{ 1 } << 20U;

    struct Request {
        quint64 number = 0;
        Timestamp time;
    };
    struct Message {
        Request itself;
        ConnectionId connection;
        Side from = Side::Client;
        QByteArrayView payload;
        QByteArrayView framing; ///< id; empty: unknown
    };

    /// The message that this one answers.
    std::optional<Request> add(const Message &message);

private:
    struct Link {
        bool usesIds = false; ///< order says nothing then, because of notifications
        PerSide<QHash<QString, Request>> requests; ///< by id, of each sender
        std::deque<Request> unanswered; ///< the client's messages
    };

    static std::optional<Request> byOrder(Link &link, const Message &message);

    QHash<ConnectionId, Link> m_links;
};

} // namespace pipeglass::decoding
