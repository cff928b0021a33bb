// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/text/jsonvalue.h"

namespace pipeglass::decoding {

// BSON as MongoDB's Extended JSON, version 2: 32-bit integers and doubles are numbers, doubles always with a fraction,
// the others objects such as {"$numberLong": "5"}. A decimal128 is {"$decimal128": hex}.

/// nullopt: not one valid document, or not to be said in text.
[[nodiscard]] std::optional<QByteArray> bsonText(QByteArrayView payload);
/// Fails as textError() says.
[[nodiscard]] Result<QByteArray> bsonFromText(const QByteArray &text, qsizetype *errorAt);

} // namespace pipeglass::decoding
