// SPDX-License-Identifier: MIT
// Fields without a type: part of protobufwalker.h.
#include "decoding/formats/itemwalker.h"
#include "decoding/formats/printable.h"
#include "decoding/formats/protobufwalker.h"
#include "decoding/schema/wirefields.h"

#include <bit>
#include <cmath>

namespace pipeglass::decoding {

/// A field without a type, or with bytes that its type does not allow.
// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::unknown(const Place &place, bool isMisfit)
{
    ByteCursor &in = place.in;
    const QString name = QString::number(place.number());
    switch (place.wireType()) {
    case WireFields::Varint: {
        const auto value = static_cast<qint64>(in.varint());
        m_tree.literal(name, "varint", QString::number(value), place.offset(), place.end());
        return in.ok();
    }
    case WireFields::Fixed64: {
        const auto bits = in.little<quint64>();
        real(name, { "double", "fixed64" }, std::bit_cast<double>(bits), bits, place);
        return in.ok();
    }
    case WireFields::Fixed32: {
        const auto bits = in.little<quint32>();
        real(name, { "float", "fixed32" }, static_cast<double>(std::bit_cast<float>(bits)), bits, place);
        return in.ok();
    }
    case WireFields::Delimited: {
        const QByteArrayView content = in.take(in.varint());
        if (in.ok() && isMisfit)
            m_tree.bytes(name, "bytes", content, place.offset(), place.end());
        else if (in.ok())
            delimited(name, content, place);
        return in.ok();
    }
    case WireFields::StartGroup:
        return group(place);
    default:
        return false;
    }
}

// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
bool ProtobufWalker::group(const Place &place)
{
    if (m_depth >= maxDepth)
        return false;
    ++m_depth;
    m_tree.open(QString::number(place.number()), "group", place.offset());
    const bool isRead = message(place.in, place.base, nullptr, place.number());
    m_tree.close(place.end());
    --m_depth;
    return isRead;
}

/// A plausible floating-point number, else the bits as an integer.
void ProtobufWalker::real(const QString &name, RealTypes types, double value, quint64 bits, const Place &place)
{
    constexpr double smallest = 1e-12;
    constexpr double largest = 1e15;
    const double magnitude = std::abs(value);
    const bool isReal = bits != 0 && magnitude > smallest && magnitude < largest;
    m_tree.literal(
        name, isReal ? types.real : types.whole, isReal ? numberText(value) : QString::number(bits), place.offset(),
        place.end());
}

// NOLINTNEXTLINE(misc-no-recursion): up to maxDepth
void ProtobufWalker::delimited(const QString &name, QByteArrayView content, const Place &place)
{
    const bool isShown = m_tree.spend(content.size()) && isPrintableUtf8(content);
    // A message may begin like text with a line break: field 1 of 10 bytes.
    const bool mayBeMessage = !content.isEmpty() && (!isShown || content.front() < ' ');
    if (mayBeMessage && m_depth < maxDepth) {
        const TreeBuilder::Mark before = m_tree.mark();
        ++m_depth;
        m_tree.open(name, "message", place.offset());
        ByteCursor inner(content);
        const bool isMessage = message(inner, place.end() - content.size(), nullptr);
        --m_depth;
        if (isMessage) {
            m_tree.close(place.end());
            return;
        }
        m_tree.rollBack(before);
    }
    if (isShown)
        m_tree.utf8(name, "string", content, place.offset(), place.end());
    else
        m_tree.bytes(name, "bytes", content, place.offset(), place.end());
}

} // namespace pipeglass::decoding
