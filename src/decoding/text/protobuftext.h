// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/text/jsonvalue.h"

namespace pipeglass::decoding {

// The wire format of protobuf as JSON text: an object of fields by their numbers, several of one number in a row as a
// list. The value says the type: a number is a varint, a string is text, an object is a message. Others are named:
// "3:bytes" and "4:string" are hex digits and text, "1:fixed32", "1:fixed64", "1:float", "1:double", "7:group".

/// nullopt: not a message, or too deep.
[[nodiscard]] std::optional<QByteArray> protobufText(QByteArrayView payload);
/// Fails as textError() says.
[[nodiscard]] Result<QByteArray> protobufFromText(const QByteArray &text, qsizetype *errorAt);

} // namespace pipeglass::decoding
