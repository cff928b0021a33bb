// SPDX-License-Identifier: MIT
#include "framing/lineframing.h"

#include "framing/heldbytes.h"
#include "framing/refusals.h"

#include <QCoreApplication>

#include <cstring>
#include <limits>
#include <utility>

namespace pipeglass::framing {

namespace {

/// Where the next line feed is, counted from `from`; -1 if there is none.
qsizetype lineFeed(QByteArrayView bytes, qsizetype from)
{
    if (from >= bytes.size())
        return -1;
    const auto *found =
        static_cast<const char *>(std::memchr(bytes.data() + from, '\n', static_cast<size_t>(bytes.size() - from)));
    return found == nullptr ? -1 : found - bytes.data();
}

class LineFramer : public Framer {
public:
    explicit LineFramer(qsizetype limit)
        : m_limit(qMax<qsizetype>(0, qMin(limit, std::numeric_limits<qsizetype>::max() - 1)))
    {
    }

    std::vector<Frame> feed(const Slice &bytes) override
    {
        std::vector<Frame> frames;
        qsizetype at = 0;
        for (qsizetype end = lineFeed(bytes.view(), 0); end >= 0; end = lineFeed(bytes.view(), at)) {
            frames.push_back(line(joined(bytes.sliced(at, end + 1 - at))));
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
        last.malformed = last.wire.size() > m_limit;
        return { last };
    }

    qsizetype pendingBytes() const override { return m_held.size(); }

private:
    /// What was held before these bytes, and they; the bytes themselves where nothing was.
    Slice joined(const Slice &bytes)
    {
        if (m_held.isEmpty())
            return bytes;
        m_held.append(bytes.view(), m_held.size() + bytes.size());
        return m_held.take();
    }

    /// The frame for bytes that end in a line feed.
    Frame line(const Slice &wire)
    {
        Frame frame{ wire };
        const qsizetype size = wire.size();
        frame.tailSize = size > 1 && wire.data()[size - 2] == '\r' ? 2 : 1;
        if (std::exchange(m_tooLong, false) || size - frame.tailSize > m_limit) {
            frame.tailSize = 0;
            frame.malformed = true;
        }
        return frame;
    }

    /// Keeps the beginning of a line, or gives it up as malformed when no delimiter could make it short enough.
    void hold(const Slice &bytes, std::vector<Frame> &frames)
    {
        const qsizetype size = m_held.size() + bytes.size();
        const bool mayEndInDelimiter = bytes.data()[bytes.size() - 1] == '\r';
        m_tooLong = m_tooLong || size > m_limit + (mayEndInDelimiter ? 1 : 0);
        if (m_tooLong) {
            Frame piece{ joined(bytes) };
            piece.malformed = true;
            frames.push_back(piece);
        } else {
            m_held.append(bytes.view());
        }
    }

    qsizetype m_limit;
    HeldBytes m_held;
    bool m_tooLong = false; ///< inside a line that has been given up
};

} // namespace

QByteArray LineFraming::id() const { return QByteArrayLiteral("line"); }

QString LineFraming::title() const { return QCoreApplication::translate("Framing", "Lines"); }

QString LineFraming::description() const
{
    return QCoreApplication::translate(
        "Framing", "Lines of text, each ended by a line feed or by carriage return and line feed.");
}

std::unique_ptr<Framer> LineFraming::makeFramer(qsizetype limit) const { return std::make_unique<LineFramer>(limit); }

Result<Frame> LineFraming::encode(const Slice &payload, qsizetype limit) const
{
    if (lineFeed(payload.view(), 0) >= 0)
        return notEncodable(QCoreApplication::translate("Framing", "a line cannot hold a line break"));
    if (payload.view().endsWith('\r')) {
        return notEncodable(QCoreApplication::translate(
            "Framing", "a line cannot end in a carriage return, which would be taken for part of the line break"));
    }
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    const QByteArrayView end = m_lineEnd == LineEnd::CrLf ? QByteArrayView("\r\n") : QByteArrayView("\n");
    QByteArray wire;
    wire.reserve(payload.size() + end.size());
    wire.append(payload.view());
    wire.append(end);
    Frame frame{ wire };
    frame.tailSize = end.size();
    return frame;
}

} // namespace pipeglass::framing
