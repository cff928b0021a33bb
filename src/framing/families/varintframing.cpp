// SPDX-License-Identifier: MIT
#include "framing/families/varintframing.h"

#include "framing/cutter.h"
#include "framing/refusals.h"

#include <limits>

namespace pipeglass::framing {

namespace {

/// The sign bit of an int32 would make a length negative.
constexpr quint64 largestVarint = std::numeric_limits<qint32>::max();
constexpr qsizetype longestVarint = 5;

struct Varint {
    enum class State { Incomplete, Valid, Invalid };
    State state = State::Incomplete;
    quint64 value = 0;
    qsizetype size = 0;
};

Varint readVarint(QByteArrayView bytes)
{
    Varint number;
    for (const char one : bytes.first(qMin(longestVarint, bytes.size()))) {
        number.value |= quint64{ static_cast<quint8>(one) & 0x7FU } << static_cast<unsigned>(7 * number.size);
        ++number.size;
        if ((static_cast<quint8>(one) & 0x80U) == 0) {
            number.state = number.value <= largestVarint ? Varint::State::Valid : Varint::State::Invalid;
            return number;
        }
    }
    number.state = number.size == longestVarint ? Varint::State::Invalid : Varint::State::Incomplete;
    return number;
}

class VarintCutter : public Cutter {
public:
    VarintCutter(VarintFraming::Tag tag, qsizetype limit)
        : m_hasTag(tag == VarintFraming::Tag::Yes)
        , m_limit(static_cast<quint64>(qMax<qsizetype>(0, limit)))
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        qsizetype head = 0;
        if (m_hasTag) {
            const Varint tag = readVarint(bytes);
            constexpr quint64 lengthDelimited = 2;
            if (tag.state == Varint::State::Incomplete)
                return Cut::needs(bytes.size() + 1);
            if (tag.state == Varint::State::Invalid || (tag.value & 7U) != lengthDelimited)
                return Cut::outOfSync(FrameProblem::InvalidSyntax);
            head = tag.size;
        }
        const Varint length = readVarint(bytes.sliced(head));
        if (length.state == Varint::State::Incomplete)
            return Cut::needs(bytes.size() + 1);
        if (length.state == Varint::State::Invalid)
            return Cut::outOfSync(FrameProblem::InvalidLength);
        if (length.value > m_limit)
            return Cut::outOfSync(FrameProblem::TooLarge);
        head += length.size;
        return Cut::sized(head + static_cast<qsizetype>(length.value), head, bytes.size());
    }

private:
    bool m_hasTag;
    quint64 m_limit;
};

} // namespace

VarintFraming::VarintFraming(const FramingName &name, Tag tag)
    : Framing(name)
    , m_tag(tag)
{
}

std::unique_ptr<Framer> VarintFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return framing::makeFramer(std::make_unique<VarintCutter>(m_tag, limit));
}

Result<Frame> VarintFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    const qsizetype most = qMin(limit, static_cast<qsizetype>(largestVarint));
    if (payload.size() > most)
        return tooLarge(payload.size(), most);
    QByteArray wire;
    wire.reserve(longestVarint + 1 + payload.size());
    if (m_tag == Tag::Yes)
        wire.append('\x0A'); // field 1
    for (auto rest = static_cast<quint64>(payload.size());; rest >>= 7U) {
        if (rest < 0x80) {
            wire.append(static_cast<char>(rest));
            break;
        }
        wire.append(static_cast<char>(rest | 0x80U));
    }
    const qsizetype head = wire.size();
    wire.append(payload.view());
    return Frame{ wire, head };
}

} // namespace pipeglass::framing
