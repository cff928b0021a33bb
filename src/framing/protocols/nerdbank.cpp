// SPDX-License-Identifier: MIT
#include "framing/protocols/protocolframing.h"

#include <QtEndian>

#include <utility>

namespace pipeglass::framing {

namespace {

constexpr QByteArrayView nerdbankMagic("\x2F\xDF\x1D\x50");
constexpr qsizetype nerdbankHandshakeSize = 20;
constexpr quint8 lastFrameCode = 5;

/// The beginning of a MessagePack value.
struct PackedHead {
    qsizetype lengthBytes = 0; ///< after the type
    qsizetype fixed = 0; ///< bytes of content, without those that the length counts
    qsizetype perLength = 0; ///< 1: the length counts bytes
    qsizetype children = 0;
    qsizetype childrenPerLength = 0; ///< 1 for an array, 2 for a map
};

PackedHead packedHead(quint8 type)
{
    if (type < 0x80 || type >= 0xE0)
        return {};
    if (type < 0x90)
        return { 0, 0, 0, (type & 0x0F) * 2, 0 };
    if (type < 0xA0)
        return { 0, 0, 0, type & 0x0F, 0 };
    if (type < 0xC0)
        return { 0, type & 0x1F, 0, 0, 0 };
    static constexpr PackedHead heads[] = {
        {},
        {},
        {},
        {}, // nil, unused, false, true
        { 1, 0, 1 },
        { 2, 0, 1 },
        { 4, 0, 1 }, // bin
        { 1, 1, 1 },
        { 2, 1, 1 },
        { 4, 1, 1 }, // ext
        { 0, 4 },
        { 0, 8 }, // float
        { 0, 1 },
        { 0, 2 },
        { 0, 4 },
        { 0, 8 }, // uint
        { 0, 1 },
        { 0, 2 },
        { 0, 4 },
        { 0, 8 }, // int
        { 0, 2 },
        { 0, 3 },
        { 0, 5 },
        { 0, 9 },
        { 0, 17 }, // fixext
        { 1, 0, 1 },
        { 2, 0, 1 },
        { 4, 0, 1 }, // str
        { 2, 0, 0, 0, 1 },
        { 4, 0, 0, 0, 1 }, // array
        { 2, 0, 0, 0, 2 },
        { 4, 0, 0, 0, 2 }, // map
    };
    return heads[type - 0xC0];
}

qsizetype packedLength(const char *at, qsizetype width)
{
    switch (width) {
    case 0:
        return 0;
    case 1:
        return static_cast<quint8>(*at);
    case 2:
        return qFromBigEndian<quint16>(at);
    default:
        return qFromBigEndian<quint32>(at);
    }
}

class NerdbankCutter : public Cutter {
public:
    explicit NerdbankCutter(qsizetype limit)
        : m_limit(qMax<qsizetype>(0, limit))
        , m_frames({ 2, QSysInfo::BigEndian, false, QByteArray(5, '\0'), false, 0, true }, limit)
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        const auto first = static_cast<quint8>(bytes.front());
        const qsizetype compared = qMin(bytes.size(), nerdbankMagic.size());
        if (bytes.first(compared) == nerdbankMagic.first(compared))
            return Cut::sized(nerdbankHandshakeSize, 0, bytes.size());
        if (first <= lastFrameCode)
            return m_frames.cut(bytes);
        constexpr quint8 array16 = 0xDC;
        if ((first & 0xF0U) == 0x90 || first == array16)
            return packedValue(bytes);
        return Cut::outOfSync(FrameProblem::InvalidSyntax);
    }

    void reset() override
    {
        m_at = 0;
        m_missing = 1;
    }

private:
    Cut packedValue(QByteArrayView bytes)
    {
        constexpr quint8 unused = 0xC1;
        while (m_missing > 0) {
            if (m_at >= bytes.size())
                return Cut::needs(m_at + 1);
            const auto type = static_cast<quint8>(bytes[m_at]);
            const PackedHead head = packedHead(type);
            if (bytes.size() < m_at + 1 + head.lengthBytes)
                return Cut::needs(m_at + 1 + head.lengthBytes);
            const qsizetype length = packedLength(bytes.data() + m_at + 1, head.lengthBytes);
            const qsizetype end = m_at + 1 + head.lengthBytes + head.fixed + length * head.perLength;
            const qsizetype missing = m_missing - 1 + head.children + length * head.childrenPerLength;
            // Each missing value has at least one byte.
            if (type == unused || end + missing > m_limit) {
                reset();
                return Cut::outOfSync(type == unused ? FrameProblem::InvalidSyntax : FrameProblem::TooLarge);
            }
            if (bytes.size() < end)
                return Cut::needs(end);
            m_at = end;
            m_missing = missing;
        }
        const qsizetype size = m_at;
        reset();
        return Cut::frame(size);
    }

    qsizetype m_limit;
    LengthPrefixCutter m_frames;
    qsizetype m_at = 0; ///< in a MessagePack value
    qsizetype m_missing = 1; ///< values
};

} // namespace

std::unique_ptr<Cutter> makeNerdbankCutter(qsizetype limit) { return std::make_unique<NerdbankCutter>(limit); }

} // namespace pipeglass::framing
