// SPDX-License-Identifier: MIT
#include "decoding/text/protobuftext.h"

#include "decoding/bytecursor.h"
#include "decoding/formats/printable.h"

#include <bit>
#include <cmath>
#include <utility>

namespace pipeglass::decoding {

namespace {

constexpr int deepestMessage = 32;

/// Decides as ProtobufDecoder what a length-delimited field is.
class ProtobufText {
public:
    std::optional<QByteArray> run(QByteArrayView payload)
    {
        ByteCursor in(payload);
        return message(in, 0, 0);
    }

private:
    using Fields = std::vector<std::pair<QByteArray, QByteArray>>;

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    std::optional<QByteArray> message(ByteCursor &in, quint64 group, int depth)
    {
        Fields fields;
        bool isClosed = group == 0;
        while (!in.atEnd()) {
            const quint64 tag = in.varint();
            const quint64 number = tag >> 3U;
            if (!in.ok() || number == 0 || number >= (quint64{ 1 } << 29U))
                return std::nullopt;
            if ((tag & 7U) == 4) {
                isClosed = number == group && group != 0;
                if (!isClosed)
                    return std::nullopt;
                break;
            }
            QByteArray name = QByteArray::number(number);
            const auto value = field(in, name, number, tag & 7U, depth);
            if (!value || !in.ok())
                return std::nullopt;
            fields.emplace_back(name, *value);
        }
        return isClosed ? std::optional(joined(fields)) : std::nullopt;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestMessage
    std::optional<QByteArray> field(ByteCursor &in, QByteArray &name, quint64 number, quint64 wireType, int depth)
    {
        switch (wireType) {
        case 0:
            return QByteArray::number(static_cast<qint64>(in.varint()));
        case 1: {
            const auto bits = in.little<quint64>();
            const auto value = std::bit_cast<double>(bits);
            const bool isReal = isPlausible(value);
            name += isReal ? ":double" : ":fixed64";
            return isReal ? realText(value) : QByteArray::number(bits);
        }
        case 5: {
            const auto bits = in.little<quint32>();
            const auto value = std::bit_cast<float>(bits);
            const bool isReal = isPlausible(static_cast<double>(value));
            name += isReal ? ":float" : ":fixed32";
            return isReal ? realText(value) : QByteArray::number(bits);
        }
        case 2:
            return delimited(in.take(in.varint()), name, depth);
        case 3:
            name += ":group";
            return depth < deepestMessage ? message(in, number, depth + 1) : std::nullopt;
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
    std::optional<QByteArray> delimited(QByteArrayView content, QByteArray &name, int depth)
    {
        const bool isShown = isPrintableUtf8(content);
        if (!content.isEmpty() && (!isShown || content.front() < ' ') && depth < deepestMessage) {
            ByteCursor inner(content);
            if (const auto nested = message(inner, 0, depth + 1))
                return nested;
        }
        if (isShown)
            return quotedJson(content);
        name += ":bytes";
        return '"' + content.toByteArray().toHex() + '"';
    }

    /// Neighbours with the same name become a list.
    static QByteArray joined(const Fields &fields)
    {
        QByteArray text("{");
        for (size_t at = 0; at < fields.size();) {
            size_t end = at + 1;
            while (end < fields.size() && fields[end].first == fields[at].first)
                ++end;
            text += (at == 0 ? "\"" : ",\"") + fields[at].first + "\":";
            if (end == at + 1) {
                text += fields[at].second;
            } else {
                for (size_t one = at; one < end; ++one)
                    text += (one == at ? '[' : ',') + fields[one].second;
                text += ']';
            }
            at = end;
        }
        return text + '}';
    }
};

} // namespace

std::optional<QByteArray> protobufText(QByteArrayView payload) { return ProtobufText().run(payload); }

} // namespace pipeglass::decoding
