// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/bytecursor.h"
#include "decoding/schema/schema.h"
#include "decoding/text/jsonvalue.h"

#include <QString>

namespace pipeglass::decoding {

/// A number, boolean or value of an enum.
struct Scalar {
    QString shown; ///< "2", "GREEN (2)"
    bool isLiteral = true; ///< `shown` is a JSON literal
    QByteArray json; ///< 2, "GREEN"
};

/// The next value of a field that is packable. nullopt: the bytes are none that its type has.
[[nodiscard]] std::optional<Scalar> readScalar(ByteCursor &in, const FieldType &field);
/// Appends a value as readScalar() reads it. False: not a value of the type.
[[nodiscard]] bool writeScalar(QByteArray &to, const FieldType &field, const JsonValue &value);

void appendVarint(QByteArray &to, quint64 value);

} // namespace pipeglass::decoding
