// SPDX-License-Identifier: MIT
#include "decoding/schema/schema.h"

#include <algorithm>

namespace pipeglass::decoding {

const QByteArray *EnumType::nameOf(qint32 number) const
{
    const auto found = std::ranges::find_if(values, [number](const auto &one) { return one.first == number; });
    return found == values.end() ? nullptr : &found->second;
}

std::optional<qint32> EnumType::numberOf(QByteArrayView value) const
{
    const auto found = std::ranges::find_if(values, [value](const auto &one) { return one.second == value; });
    return found == values.end() ? std::nullopt : std::optional(found->first);
}

bool FieldType::isMap() const { return isRepeated && message != nullptr && message->isMapEntry; }

quint32 FieldType::wireType() const
{
    switch (kind) {
    case Kind::Double:
    case Kind::Fixed64:
    case Kind::SFixed64:
        return 1;
    case Kind::String:
    case Kind::Bytes:
    case Kind::Message:
        return 2;
    case Kind::Group:
        return 3;
    case Kind::Float:
    case Kind::Fixed32:
    case Kind::SFixed32:
        return 5;
    default:
        return 0;
    }
}

const char *FieldType::typeText() const
{
    static constexpr const char *words[] = {
        "double", "float",   "int64", "uint64", "int32", "fixed64",  "fixed32",  "bool",   "string",
        "group",  "message", "bytes", "uint32", "enum",  "sfixed32", "sfixed64", "sint32", "sint64",
    };
    return typeName.isEmpty() ? words[static_cast<size_t>(kind) - 1] : typeName.constData();
}

bool MessageType::hasEntryFields() const
{
    return fields.size() == 2 && fields[0].number == 1 && fields[1].number == 2 && !fields[0].isRepeated
        && !fields[1].isRepeated && (fields[0].isPackable() || fields[0].kind == FieldType::Kind::String);
}

const FieldType *MessageType::find(quint64 number) const
{
    const auto found = std::ranges::lower_bound(fields, number, {}, &FieldType::number);
    return found == fields.end() || found->number != number ? nullptr : &*found;
}

const FieldType *MessageType::find(QByteArrayView fieldName) const
{
    const auto found = std::ranges::find_if(
        fields, [fieldName](const FieldType &one) { return one.name == fieldName || one.jsonName == fieldName; });
    return found == fields.end() ? nullptr : &*found;
}

const MessageType *Schema::find(QByteArrayView name) const
{
    const auto whole = std::ranges::find_if(m_types, [name](const MessageType *one) { return one->name == name; });
    if (whole != m_types.end())
        return *whole;
    const QByteArray end = '.' + name.toByteArray();
    const auto isMeant = [&end](const MessageType *one) { return one->name.endsWith(end); };
    const auto found = std::ranges::find_if(m_types, isMeant);
    const bool isUnique = found != m_types.end() && std::none_of(found + 1, m_types.end(), isMeant);
    return isUnique ? *found : nullptr;
}

} // namespace pipeglass::decoding
