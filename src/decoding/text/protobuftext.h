// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"
#include "decoding/text/jsonvalue.h"

namespace pipeglass::decoding {

struct MessageType;
struct MessageTypes;

// Messages of protobuf as JSON text: an object of fields by their numbers, several of one number in a row as a list.
// The value says the type: a number is a varint, a string is text, an object is a message. Others are named: "3:bytes"
// and "4:string" are hex digits and text, "1:fixed32", "1:fixed64", "1:float", "1:double", "7:group".
//
// With a type, fields have its names: repeated ones are lists, maps objects, values of enums their names, bytes hex
// digits. What the type does not have, or does not allow, is as above.

/// `type` may be null. nullopt: not a message, or too deep.
[[nodiscard]] std::optional<QByteArray> protobufText(QByteArrayView payload, const MessageType *type);
/// Without types. Fails as textError() says.
[[nodiscard]] Result<QByteArray> protobufFromText(const QByteArray &text, qsizetype *errorAt);
/// Of the chosen type, else of the only one that has all fields of the text.
[[nodiscard]] Result<QByteArray>
protobufFromText(const QByteArray &text, const MessageTypes &types, std::optional<Side> from, qsizetype *errorAt);

} // namespace pipeglass::decoding
