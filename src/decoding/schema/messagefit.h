// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/schema/schema.h"

namespace pipeglass::decoding {

/// How well a message fits a type, itself and the messages in it.
struct MessageFit {
    int known = 0; ///< fields that the type has
    int unknown = 0; ///< fields, and values of enums, that it has not
};

/// nullopt: not of the type: a field has other bytes than its type allows, or a required one is missing; or there are
/// more than `mostUnknown` unknown fields.
[[nodiscard]] std::optional<MessageFit> fitOf(QByteArrayView payload, const MessageType &type, int mostUnknown);

} // namespace pipeglass::decoding
