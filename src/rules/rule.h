// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace pipeglass::rules {

/// What a message must be for a rule to match.
enum class Condition {
    Any,
    Text, ///< the whole payload is `pattern`
    Regex, ///< `pattern` is found in the payload, read as UTF-8
    Json, ///< the payload is JSON for which `pattern` is true, see JsonCondition
};

enum class ReplyKind {
    None,
    Template, ///< see ReplyTemplate
    Hex, ///< bytes in hex digits
};

/// What happens to the connection after the reply.
enum class Then { GoOn, HalfClose, Close };

/// How a host answers a message, as a person writes it.
struct Rule {
    Condition condition = Condition::Any;
    QString pattern = {}; ///< of the condition
    ReplyKind replyKind = ReplyKind::None;
    QString reply = {};
    int delayMs = 0; ///< from the message to the reply
    bool once = false; ///< it matches one message only, over all clients
    Then then = Then::GoOn;

    friend bool operator==(const Rule &, const Rule &) = default;
};

inline constexpr int longestDelayMs = 3'600'000;

} // namespace pipeglass::rules
