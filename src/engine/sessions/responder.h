// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"

#include <vector>

namespace pipeglass::engine {

/// Answers the messages of the other side. Called in the engine's thread and never waits.
class Responder {
public:
    Responder() = default;
    virtual ~Responder() = default;
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;

    /// The payloads of the replies to one whole message, in order; often one, or none.
    [[nodiscard]] virtual std::vector<QByteArray> replies(const Slice &payload) = 0;
};

/// Each message comes back behind a prefix.
class EchoResponder : public Responder {
public:
    explicit EchoResponder(QByteArray prefix = "Echo: ")
        : m_prefix(std::move(prefix))
    {
    }

    [[nodiscard]] std::vector<QByteArray> replies(const Slice &payload) override
    {
        QByteArray reply = m_prefix;
        reply.append(payload.view());
        return { reply };
    }

private:
    QByteArray m_prefix;
};

} // namespace pipeglass::engine
