// SPDX-License-Identifier: MIT
#include "framing/lengthprefixframing.h"

#include "framing/heldbytes.h"
#include "framing/refusals.h"

#include <QtEndian>

#include <cstring>
#include <limits>

namespace pipeglass::framing {

namespace {

/// The largest length that fits into the prefix and, with the head, into a QByteArray.
qsizetype largestLength(const LengthPrefix &prefix)
{
    const auto bits = static_cast<unsigned>(prefix.width * 8 - (prefix.isSigned ? 1 : 0));
    constexpr qsizetype most = std::numeric_limits<qsizetype>::max() / 2;
    return bits >= 62 ? most : (qsizetype{ 1 } << bits) - 1;
}

/// The requested limit, at most the largest length.
qsizetype usableLimit(const LengthPrefix &prefix, qsizetype limit)
{
    return qMax<qsizetype>(0, qMin(limit, largestLength(prefix)));
}

template <typename Number>
quint64 load(const char *from, QSysInfo::Endian order)
{
    return order == QSysInfo::BigEndian ? qFromBigEndian<Number>(from) : qFromLittleEndian<Number>(from);
}

quint64 loadLength(const char *from, const LengthPrefix &prefix)
{
    switch (prefix.width) {
    case 1:
        return static_cast<quint8>(*from);
    case 2:
        return load<quint16>(from, prefix.byteOrder);
    case 4:
        return load<quint32>(from, prefix.byteOrder);
    default:
        return load<quint64>(from, prefix.byteOrder);
    }
}

void storeLength(char *to, quint64 length, const LengthPrefix &prefix)
{
    char bytes[sizeof length];
    qToBigEndian(length, bytes);
    for (qsizetype i = 0; i < prefix.width; ++i) {
        const qsizetype significance = prefix.byteOrder == QSysInfo::BigEndian ? prefix.width - 1 - i : i;
        to[i] = bytes[static_cast<qsizetype>(sizeof length) - 1 - significance];
    }
}

class LengthPrefixFramer : public Framer {
public:
    LengthPrefixFramer(const LengthPrefix &prefix, qsizetype limit)
        : m_prefix(prefix)
        , m_limit(usableLimit(prefix, limit))
    {
    }

    std::vector<Frame> feed(const Slice &bytes) override
    {
        std::vector<Frame> frames;
        qsizetype at = 0;
        if (!m_held.isEmpty())
            at = continueHeld(bytes, frames);
        while (at < bytes.size())
            at += takeOne(bytes.sliced(at, bytes.size() - at), frames);
        return frames;
    }

    std::vector<Frame> finish() override
    {
        m_outOfSync = false;
        if (m_held.isEmpty())
            return {};
        return { malformedFrame(m_held.take(), FrameProblem::Incomplete) };
    }

    Slice takePending() override
    {
        m_outOfSync = false;
        return m_held.take();
    }

    qsizetype pendingBytes() const override { return m_held.size(); }

    qsizetype awaitedBytes() const override
    {
        return m_held.size() < m_prefix.width ? 0 : frameSize(m_held.bytes().constData());
    }

private:
    [[nodiscard]] Frame message(const Slice &wire) const { return { wire, m_prefix.width, 0, FrameProblem::None }; }

    /// Why the length in `head` is invalid, or None.
    [[nodiscard]] FrameProblem problemOf(const char *head) const
    {
        const quint64 length = loadLength(head, m_prefix);
        const auto signBit = quint64{ 1 } << static_cast<unsigned>(m_prefix.width * 8 - 1);
        if (m_prefix.isSigned && (length & signBit) != 0)
            return FrameProblem::InvalidLength;
        return length > static_cast<quint64>(m_limit) ? FrameProblem::TooLarge : FrameProblem::None;
    }

    /// The size of the frame with this valid length.
    [[nodiscard]] qsizetype frameSize(const char *head) const
    {
        return m_prefix.width + static_cast<qsizetype>(loadLength(head, m_prefix));
    }

    /// Completes the held frame from `bytes`; returns the number of bytes used.
    qsizetype continueHeld(const Slice &bytes, std::vector<Frame> &frames)
    {
        qsizetype used = 0;
        const auto takeUpTo = [&](qsizetype size) {
            const qsizetype missing = qMin(size - m_held.size(), bytes.size() - used);
            m_held.append(bytes.view().sliced(used, missing), size);
            used += missing;
            return m_held.size() == size;
        };
        if (m_held.size() < m_prefix.width && !takeUpTo(m_prefix.width))
            return used;
        if (const FrameProblem problem = problemOf(m_held.bytes().constData()); problem != FrameProblem::None) {
            m_outOfSync = true;
            m_held.append(bytes.view().sliced(used));
            frames.push_back(malformedFrame(m_held.take(), problem));
            return bytes.size();
        }
        if (takeUpTo(frameSize(m_held.bytes().constData())))
            frames.push_back(message(m_held.take()));
        return used;
    }

    /// Returns one frame from the beginning of `rest`, or holds all of it; returns the number of bytes used.
    qsizetype takeOne(const Slice &rest, std::vector<Frame> &frames)
    {
        const bool hasLength = rest.size() >= m_prefix.width;
        const FrameProblem problem = m_outOfSync ? FrameProblem::OutOfSync
            : hasLength                          ? problemOf(rest.data())
                                                 : FrameProblem::None;
        if (problem != FrameProblem::None) {
            m_outOfSync = true;
            frames.push_back(malformedFrame(rest, problem));
            return rest.size();
        }
        const qsizetype size = hasLength ? frameSize(rest.data()) : m_prefix.width;
        if (rest.size() < size) {
            m_held.append(rest.view(), size);
            return rest.size();
        }
        frames.push_back(message(rest.sliced(0, size)));
        return size;
    }

    LengthPrefix m_prefix;
    qsizetype m_limit;
    HeldBytes m_held;
    bool m_outOfSync = false;
};

} // namespace

LengthPrefixFraming::LengthPrefixFraming(const FramingName &name, LengthPrefix prefix)
    : Framing(name)
    , m_prefix(prefix)
{
}

std::unique_ptr<Framer> LengthPrefixFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return std::make_unique<LengthPrefixFramer>(m_prefix, limit);
}

Result<Frame> LengthPrefixFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    const qsizetype most = usableLimit(m_prefix, limit);
    if (payload.size() > most)
        return tooLarge(payload.size(), most);
    QByteArray wire(m_prefix.width + payload.size(), Qt::Uninitialized);
    storeLength(wire.data(), static_cast<quint64>(payload.size()), m_prefix);
    if (!payload.isEmpty())
        std::memcpy(wire.data() + m_prefix.width, payload.data(), static_cast<size_t>(payload.size()));
    return Frame{ wire, m_prefix.width, 0, FrameProblem::None };
}

} // namespace pipeglass::framing
