// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/schema/schema.h"
#include "decoding/text/valueencoder.h"

namespace pipeglass::decoding {

/// Messages of protobuf from the text that protobuftext.h describes.
class ProtobufEncoder : public ValueEncoder {
public:
    /// `type` may be null.
    explicit ProtobufEncoder(const MessageType *type)
        : m_type(type)
    {
    }

protected:
    [[nodiscard]] bool write(const JsonValue &root) override { return message(root, m_type); }

private:
    bool message(const JsonValue &value, const MessageType *type);
    bool numbered(const JsonMember &member, const MessageType *type);
    bool field(quint64 number, const QByteArray &type, const JsonValue &value);
    bool fixed(quint64 tag, const QByteArray &type, const JsonValue &value);
    bool integer(quint64 tag, const JsonValue &value);

    bool typed(const FieldType &field, const JsonValue &value);
    bool typedValue(const FieldType &field, const JsonValue &value);
    bool map(const FieldType &field, const JsonValue &value);
    bool entry(const FieldType &field, const JsonMember &member);

    /// What `write` appends, after its size.
    template <typename Write>
    bool sized(quint64 tag, const Write &write);
    bool delimited(quint64 tag, QByteArrayView content);
    void varint(quint64 value);

    const MessageType *m_type;
};

} // namespace pipeglass::decoding
