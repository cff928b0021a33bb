// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"
#include "rules/rule.h"

#include <chrono>
#include <vector>

namespace pipeglass::engine {

/// What to do about one whole message.
struct Answer {
    std::vector<QByteArray> replies; ///< payloads, in order; often one, or none
    std::chrono::milliseconds delay{ 0 }; ///< from the message to the replies
    rules::Then then = rules::Then::GoOn; ///< after the replies
};

/// Answers the messages of the other side. Called in the engine's thread and never waits.
class Responder {
public:
    Responder() = default;
    virtual ~Responder() = default;
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;

    [[nodiscard]] virtual Answer answer(const Slice &payload) = 0;
    /// By which it answers; empty: it has none.
    [[nodiscard]] virtual std::vector<rules::Rule> rules() const { return {}; }
};

/// Each message comes back behind a prefix.
class EchoResponder : public Responder {
public:
    explicit EchoResponder(QByteArray prefix = "Echo: ")
        : m_prefix(std::move(prefix))
    {
    }

    [[nodiscard]] Answer answer(const Slice &payload) override
    {
        QByteArray reply = m_prefix;
        reply.append(payload.view());
        return { { reply } };
    }

private:
    QByteArray m_prefix;
};

} // namespace pipeglass::engine
