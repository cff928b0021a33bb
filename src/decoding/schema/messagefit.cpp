// SPDX-License-Identifier: MIT
#include "decoding/schema/messagefit.h"

#include "core/bytetext.h"
#include "decoding/schema/scalar.h"
#include "decoding/schema/wirefields.h"

#include <algorithm>

namespace pipeglass::decoding {

namespace {

constexpr int deepestFit = 32;

class FitCounter {
public:
    explicit FitCounter(int mostUnknown)
        : m_mostUnknown(mostUnknown)
    {
    }

    [[nodiscard]] const MessageFit &fit() const { return m_fit; }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestFit
    bool message(QByteArrayView bytes, const MessageType &type, int depth)
    {
        size_t required = 0;
        quint64 group = 0; // that is skipped: of a field that is unknown, or of one with that type
        int groups = 0;
        WireFields in(bytes);
        while (in.next()) {
            if (in.wireType == WireFields::StartGroup || in.wireType == WireFields::EndGroup) {
                const bool isStart = in.wireType == WireFields::StartGroup;
                if (groups == 0)
                    group = isStart ? in.number : 0;
                groups += isStart ? 1 : -1;
                if (groups < 0 || group == 0 || groups > deepestFit)
                    return false;
                if (groups == 0)
                    count(type.find(in.number) != nullptr);
                continue;
            }
            if (groups > 0)
                continue;
            const FieldType *field = type.find(in.number);
            if (field != nullptr && !value(in, *field, depth))
                return false;
            count(field != nullptr);
            required += field != nullptr && field->isRequired ? 1 : 0;
            if (m_fit.unknown > m_mostUnknown)
                return false;
        }
        const auto isRequired = [](const FieldType &one) { return one.isRequired; };
        return in.ok() && groups == 0
            && required >= static_cast<size_t>(std::ranges::count_if(type.fields, isRequired));
    }

private:
    void count(bool isKnown) { ++(isKnown ? m_fit.known : m_fit.unknown); }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestFit
    bool value(const WireFields &in, const FieldType &field, int depth)
    {
        if (field.isPackable())
            return scalars(in, field);
        if (in.wireType != field.wireType())
            return false;
        if (field.kind == FieldType::Kind::String)
            return validUtf8(in.content).has_value();
        if (field.kind != FieldType::Kind::Message || field.message == nullptr)
            return true;
        return depth < deepestFit && message(in.content, *field.message, depth + 1);
    }

    bool scalars(const WireFields &in, const FieldType &field)
    {
        const bool isBlock = in.wireType == WireFields::Delimited && field.isRepeated;
        if (!isBlock && in.wireType != field.wireType())
            return false;
        QByteArray varint;
        if (in.wireType == WireFields::Varint)
            appendVarint(varint, in.value);
        ByteCursor values(in.wireType == WireFields::Varint ? QByteArrayView(varint) : in.content);
        while (!values.atEnd()) {
            const auto scalar = readScalar(values, field);
            if (!scalar)
                return false;
            if (field.kind == FieldType::Kind::Enum && scalar->isLiteral)
                ++m_fit.unknown;
        }
        return true;
    }

    MessageFit m_fit;
    int m_mostUnknown;
};

} // namespace

std::optional<MessageFit> fitOf(QByteArrayView payload, const MessageType &type, int mostUnknown)
{
    FitCounter counter(mostUnknown);
    return counter.message(payload, type, 0) ? std::optional(counter.fit()) : std::nullopt;
}

} // namespace pipeglass::decoding
