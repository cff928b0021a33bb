// SPDX-License-Identifier: MIT
#include "decoding/text/protobuftext.h"

#include "core/bytetext.h"
#include "decoding/bytecursor.h"
#include "decoding/formats/printable.h"
#include "decoding/schema/scalar.h"
#include "decoding/schema/wirefields.h"

#include <bit>
#include <cmath>

namespace pipeglass::decoding {

namespace {

constexpr int deepestMessage = 32;

/// Decides as ProtobufWalker what a field is.
class ProtobufText {
public:
    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    std::optional<QByteArray> message(ByteCursor &in, const MessageType *type, quint64 group, int depth)
    {
        std::vector<Field> fields;
        bool isClosed = group == 0;
        while (!in.atEnd()) {
            const quint64 tag = in.varint();
            const quint64 number = tag >> 3U;
            if (!in.ok() || number == 0 || number >= WireFields::numbers)
                return std::nullopt;
            if ((tag & 7U) == WireFields::EndGroup) {
                isClosed = number == group && group != 0;
                if (!isClosed)
                    return std::nullopt;
                break;
            }
            const FieldType *field = type == nullptr ? nullptr : type->find(number);
            const ByteCursor before = in;
            if (field != nullptr && known(in, *field, tag, depth, fields))
                continue;
            in = before;
            Field one{ QByteArray::number(number), {}, Field::Style::Single };
            const auto value = unknown(in, one.name, tag, depth, field != nullptr);
            if (!value || !in.ok())
                return std::nullopt;
            one.value = *value;
            fields.push_back(std::move(one));
        }
        return isClosed ? std::optional(joined(fields)) : std::nullopt;
    }

private:
    struct Field {
        enum class Style : quint8 { Single, List, Map };

        QByteArray name;
        QByteArray value; ///< of a Map with its key; of a List none: it has no entry
        Style style = Style::Single;
    };

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    bool known(ByteCursor &in, const FieldType &field, quint64 tag, int depth, std::vector<Field> &to)
    {
        const auto style = field.isMap() ? Field::Style::Map
            : field.isRepeated           ? Field::Style::List
                                         : Field::Style::Single;
        if (field.isRepeated && field.isPackable() && (tag & 7U) == WireFields::Delimited)
            return block(in, field, to);
        const auto text = field.isMap() ? entry(in, field, tag, depth) : value(in, field, tag, depth);
        if (text)
            to.push_back({ field.name, *text, style });
        return text.has_value();
    }

    static bool block(ByteCursor &in, const FieldType &field, std::vector<Field> &to)
    {
        ByteCursor values(in.take(in.varint()));
        const size_t before = to.size();
        if (values.atEnd() && field.isPacked)
            to.push_back({ field.name, {}, Field::Style::List });
        while (in.ok() && !values.atEnd()) {
            const auto scalar = readScalar(values, field);
            if (!scalar) {
                to.resize(before);
                return false;
            }
            to.push_back({ field.name, scalar->json, Field::Style::List });
        }
        return in.ok();
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    std::optional<QByteArray> value(ByteCursor &in, const FieldType &field, quint64 tag, int depth)
    {
        using FieldKind = FieldType::Kind;
        const quint64 wireType = tag & 7U;
        const bool isMessage = field.kind == FieldKind::Message || field.kind == FieldKind::Group;
        if (isMessage && wireType == WireFields::StartGroup)
            return depth < deepestMessage ? message(in, field.message, tag >> 3U, depth + 1) : std::nullopt;
        if (wireType != (isMessage ? quint32{ WireFields::Delimited } : field.wireType()))
            return std::nullopt;
        if (field.isPackable()) {
            const auto scalar = readScalar(in, field);
            return scalar ? std::optional(scalar->json) : std::nullopt;
        }
        const QByteArrayView content = in.take(in.varint());
        if (!in.ok() || (field.kind == FieldKind::String && !validUtf8(content)))
            return std::nullopt;
        if (field.kind == FieldKind::String)
            return quotedJson(content);
        if (field.kind == FieldKind::Bytes)
            return '"' + content.toByteArray().toHex() + '"';
        ByteCursor inner(content);
        return depth < deepestMessage ? message(inner, field.message, 0, depth + 1) : std::nullopt;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    std::optional<QByteArray> entry(ByteCursor &in, const FieldType &field, quint64 tag, int depth)
    {
        if ((tag & 7U) != WireFields::Delimited)
            return std::nullopt;
        ByteCursor content(in.take(in.varint()));
        const FieldType &keyField = field.message->fields[0];
        const FieldType &valueField = field.message->fields[1];
        const quint64 keyTag = content.varint();
        if (!in.ok() || keyTag != (quint64{ 1 } << 3U | keyField.wireType()))
            return std::nullopt;
        auto key = value(content, keyField, keyTag, depth);
        if (key && !key->startsWith('"'))
            key = '"' + *key + '"';
        const quint64 valueTag = content.varint();
        const auto text =
            key && content.ok() && valueTag >> 3U == 2 ? value(content, valueField, valueTag, depth) : std::nullopt;
        return text && content.atEnd() ? std::optional(*key + ':' + *text) : std::nullopt;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    std::optional<QByteArray> unknown(ByteCursor &in, QByteArray &name, quint64 tag, int depth, bool isMisfit)
    {
        switch (tag & 7U) {
        case WireFields::Varint:
            return QByteArray::number(static_cast<qint64>(in.varint()));
        case WireFields::Fixed64: {
            const auto bits = in.little<quint64>();
            const auto value = std::bit_cast<double>(bits);
            const bool isReal = isPlausible(value);
            name += isReal ? ":double" : ":fixed64";
            return isReal ? realText(value) : QByteArray::number(bits);
        }
        case WireFields::Fixed32: {
            const auto bits = in.little<quint32>();
            const auto value = std::bit_cast<float>(bits);
            const bool isReal = isPlausible(static_cast<double>(value));
            name += isReal ? ":float" : ":fixed32";
            return isReal ? realText(value) : QByteArray::number(bits);
        }
        case WireFields::Delimited:
            return delimited(in.take(in.varint()), name, depth, isMisfit);
        case WireFields::StartGroup:
            name += ":group";
            return depth < deepestMessage ? message(in, nullptr, tag >> 3U, depth + 1) : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    static bool isPlausible(double value)
    {
        constexpr double smallest = 1e-12;
        constexpr double largest = 1e15;
        return std::abs(value) > smallest && std::abs(value) < largest;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    std::optional<QByteArray> delimited(QByteArrayView content, QByteArray &name, int depth, bool isMisfit)
    {
        const bool isShown = !isMisfit && isPrintableUtf8(content);
        if (!isMisfit && !content.isEmpty() && (!isShown || content.front() < ' ') && depth < deepestMessage) {
            ByteCursor inner(content);
            if (const auto nested = message(inner, nullptr, 0, depth + 1))
                return nested;
        }
        if (isShown)
            return quotedJson(content);
        name += ":bytes";
        return '"' + content.toByteArray().toHex() + '"';
    }

    /// Neighbours with the same name become a list or map.
    static QByteArray joined(const std::vector<Field> &fields)
    {
        QByteArray text("{");
        for (size_t at = 0; at < fields.size();) {
            size_t end = at + 1;
            while (end < fields.size() && fields[end].name == fields[at].name)
                ++end;
            text += (at == 0 ? "\"" : ",\"") + fields[at].name + "\":";
            const auto style = fields[at].style;
            const bool isPlain = end == at + 1 && style == Field::Style::Single;
            QByteArray values;
            for (size_t one = at; one < end; ++one)
                values += (values.isEmpty() || fields[one].value.isEmpty() ? "" : ",") + fields[one].value;
            text += isPlain ? values : style == Field::Style::Map ? '{' + values + '}' : '[' + values + ']';
            at = end;
        }
        return text + '}';
    }
};

} // namespace

std::optional<QByteArray> protobufText(QByteArrayView payload, const MessageType *type)
{
    ByteCursor in(payload);
    return ProtobufText().message(in, type, 0, 0);
}

} // namespace pipeglass::decoding
