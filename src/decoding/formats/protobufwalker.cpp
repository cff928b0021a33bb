// SPDX-License-Identifier: MIT
#include "decoding/formats/protobufwalker.h"

#include "core/bytetext.h"
#include "decoding/schema/scalar.h"
#include "decoding/schema/wirefields.h"

namespace pipeglass::decoding {

// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::message(ByteCursor &in, qsizetype base, const MessageType *type, quint64 group)
{
    while (!in.atEnd()) {
        const qsizetype start = in.at();
        const Place place{ in, base, start, in.varint() };
        if (!in.ok() || place.number() == 0 || place.number() >= WireFields::numbers)
            return false;
        if (place.wireType() == WireFields::EndGroup)
            return place.number() == group;
        const FieldType *field = type == nullptr ? nullptr : type->find(place.number());
        const ByteCursor before = in;
        const TreeBuilder::Mark mark = m_tree.mark();
        if (field != nullptr && known(place, *field))
            continue;
        in = before;
        m_tree.rollBack(mark);
        if (!unknown(place, field != nullptr))
            return false;
    }
    return group == 0;
}

// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::known(const Place &place, const FieldType &field)
{
    if (!field.isRepeated)
        return value(place, field, QString::fromLatin1(field.name));
    const bool isBlock = field.isPackable() && place.wireType() == WireFields::Delimited;
    return isBlock ? block(place, field) : run(place, field);
}

/// Packed values.
bool ProtobufWalker::block(const Place &place, const FieldType &field)
{
    const QByteArrayView content = place.in.take(place.in.varint());
    if (!place.in.ok())
        return false;
    m_tree.open(QString::fromLatin1(field.name), "array", place.offset());
    const qsizetype base = place.end() - content.size();
    ByteCursor values(content);
    for (int index = 0; !values.atEnd(); ++index) {
        const qsizetype start = values.at();
        if (!value({ values, base, start, field.wireType() }, field, QString::number(index)))
            return false;
    }
    m_tree.close(place.end());
    return true;
}

/// Values of a repeated field one after the other, each with its tag.
// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::run(const Place &place, const FieldType &field)
{
    m_tree.open(QString::fromLatin1(field.name), field.isMap() ? "map" : "array", place.offset());
    ByteCursor &in = place.in;
    qsizetype start = place.start;
    qsizetype end = place.start;
    for (int index = 0;; ++index) {
        const TreeBuilder::Mark mark = m_tree.mark();
        const Place one{ in, place.base, start, place.tag };
        if (!(field.isMap() ? entry(one, field) : value(one, field, QString::number(index)))) {
            if (index == 0)
                return false;
            // What does not fit is read again, as a field of its own.
            m_tree.rollBack(mark);
            in = ByteCursor(in.bytes());
            (void)in.take(static_cast<quint64>(start));
            break;
        }
        end = in.at();
        start = end;
        if (in.atEnd())
            break;
        const ByteCursor before = in;
        if (in.varint() != place.tag) {
            in = before;
            break;
        }
    }
    m_tree.close(place.base + end);
    return true;
}

// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::value(const Place &place, const FieldType &field, const QString &name)
{
    using Kind = FieldType::Kind;
    if (field.kind == Kind::Message || field.kind == Kind::Group)
        return submessage(place, field, name);
    if (place.wireType() != field.wireType())
        return false;
    if (field.isPackable()) {
        const auto scalar = readScalar(place.in, field);
        if (scalar && scalar->isLiteral)
            m_tree.literal(name, field.typeText(), scalar->shown, place.offset(), place.end());
        else if (scalar)
            m_tree.text(name, field.typeText(), scalar->shown, place.offset(), place.end());
        return scalar.has_value();
    }
    const QByteArrayView content = place.in.take(place.in.varint());
    if (!place.in.ok() || (field.kind == Kind::String && !validUtf8(content)))
        return false;
    if (field.kind == Kind::String)
        m_tree.utf8(name, field.typeText(), content, place.offset(), place.end());
    else
        m_tree.bytes(name, field.typeText(), content, place.offset(), place.end());
    return true;
}

/// A message or group; either may be written as the other.
// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::submessage(const Place &place, const FieldType &field, const QString &name)
{
    const bool isGroup = place.wireType() == WireFields::StartGroup;
    if ((!isGroup && place.wireType() != WireFields::Delimited) || m_depth >= maxDepth)
        return false;
    ++m_depth;
    m_tree.open(name, field.typeText(), place.offset());
    bool isRead = false;
    if (isGroup) {
        isRead = message(place.in, place.base, field.message, place.number());
    } else {
        const QByteArrayView content = place.in.take(place.in.varint());
        ByteCursor inner(content);
        isRead = place.in.ok() && message(inner, place.end() - content.size(), field.message);
    }
    --m_depth;
    if (isRead)
        m_tree.close(place.end());
    return isRead;
}

/// An entry of a map: its key is the name of its value.
// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::entry(const Place &place, const FieldType &field)
{
    if (place.wireType() != WireFields::Delimited)
        return false;
    const FieldType &keyField = field.message->fields[0];
    const FieldType &valueField = field.message->fields[1];
    const QByteArrayView content = place.in.take(place.in.varint());
    const qsizetype base = place.end() - content.size();
    ByteCursor in(content);
    if (!place.in.ok() || in.varint() != (quint64{ 1 } << 3U | keyField.wireType()))
        return false;
    std::optional<QString> key;
    if (keyField.kind == FieldType::Kind::String)
        key = validUtf8(in.take(in.varint()));
    else if (const auto scalar = readScalar(in, keyField))
        key = scalar->shown;
    const qsizetype start = in.at();
    const quint64 tag = in.varint();
    return key && in.ok() && tag >> 3U == 2 && value({ in, base, start, tag }, valueField, *key) && in.atEnd();
}

} // namespace pipeglass::decoding
