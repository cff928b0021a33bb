// SPDX-License-Identifier: MIT
#include "framing/delimiterframing.h"

#include "framing/heldbytes.h"
#include "framing/refusals.h"

#include <QCoreApplication>

#include <cstring>
#include <limits>
#include <utility>

namespace pipeglass::framing {

namespace {

/// Position of the byte at or after `from`; -1 if there is none.
qsizetype indexOf(char byte, QByteArrayView bytes, qsizetype from)
{
    if (from >= bytes.size())
        return -1;
    const auto *found =
        static_cast<const char *>(std::memchr(bytes.data() + from, byte, static_cast<size_t>(bytes.size() - from)));
    return found == nullptr ? -1 : found - bytes.data();
}

class DelimiterFramer : public Framer {
public:
    DelimiterFramer(const Delimiter &delimiter, qsizetype limit)
        : m_byte(delimiter.byte)
        , m_mayFollowReturn(delimiter.mayFollowReturn)
        , m_limit(qMax<qsizetype>(0, qMin(limit, std::numeric_limits<qsizetype>::max() - 1)))
    {
    }

    std::vector<Frame> feed(const Slice &bytes) override
    {
        std::vector<Frame> frames;
        qsizetype at = 0;
        for (qsizetype end = indexOf(m_byte, bytes.view(), 0); end >= 0; end = indexOf(m_byte, bytes.view(), at)) {
            frames.push_back(message(joined(bytes.sliced(at, end + 1 - at))));
            at = end + 1;
        }
        if (at < bytes.size())
            hold(bytes.sliced(at, bytes.size() - at), frames);
        return frames;
    }

    std::vector<Frame> finish() override
    {
        m_tooLong = false;
        if (m_held.isEmpty())
            return {};
        Frame last{ m_held.take() };
        if (last.wire.size() > m_limit)
            last.problem = FrameProblem::TooLarge;
        return { last };
    }

    Slice takePending() override
    {
        m_tooLong = false;
        return m_held.take();
    }

    qsizetype pendingBytes() const override { return m_held.size(); }
    qsizetype awaitedBytes() const override { return 0; }

private:
    /// The held bytes followed by `bytes`; `bytes` itself if none are held.
    Slice joined(const Slice &bytes)
    {
        if (m_held.isEmpty())
            return bytes;
        m_held.append(bytes.view(), m_held.size() + bytes.size());
        return m_held.take();
    }

    Frame message(const Slice &wire)
    {
        Frame frame{ wire };
        const qsizetype size = wire.size();
        frame.tailSize = m_mayFollowReturn && size > 1 && wire.data()[size - 2] == '\r' ? 2 : 1;
        if (std::exchange(m_tooLong, false) || size - frame.tailSize > m_limit) {
            frame.tailSize = 0;
            frame.problem = FrameProblem::TooLarge;
        }
        return frame;
    }

    /// Holds the beginning of a message, or reports it as malformed if it is already too long.
    void hold(const Slice &bytes, std::vector<Frame> &frames)
    {
        const qsizetype size = m_held.size() + bytes.size();
        const bool mayEndInDelimiter = m_mayFollowReturn && bytes.data()[bytes.size() - 1] == '\r';
        m_tooLong = m_tooLong || size > m_limit + (mayEndInDelimiter ? 1 : 0);
        if (m_tooLong) {
            frames.push_back(malformedFrame(joined(bytes), FrameProblem::TooLarge));
        } else {
            m_held.append(bytes.view());
        }
    }

    char m_byte;
    bool m_mayFollowReturn;
    qsizetype m_limit;
    HeldBytes m_held;
    bool m_tooLong = false; ///< within a message that is too long
};

} // namespace

DelimiterFraming::DelimiterFraming(const FramingName &name, Delimiter delimiter)
    : Framing(name)
    , m_delimiter(std::move(delimiter))
{
}

std::unique_ptr<Framer> DelimiterFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return std::make_unique<DelimiterFramer>(m_delimiter, limit);
}

Result<Frame> DelimiterFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    if (indexOf(m_delimiter.byte, payload.view(), 0) >= 0)
        return notEncodable(
            m_delimiter.byte == '\n'
                ? QCoreApplication::translate("Framing", "a line cannot contain a line break")
                : QCoreApplication::translate("Framing", "a message cannot contain the delimiter"));
    if (m_delimiter.mayFollowReturn && payload.view().endsWith('\r')) {
        return notEncodable(QCoreApplication::translate(
            "Framing", "a line cannot end in a carriage return, which would become part of the line break"));
    }
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    QByteArray wire;
    wire.reserve(payload.size() + m_delimiter.written.size());
    wire.append(payload.view());
    wire.append(m_delimiter.written);
    Frame frame{ wire };
    frame.tailSize = m_delimiter.written.size();
    return frame;
}

} // namespace pipeglass::framing
