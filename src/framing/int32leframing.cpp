// SPDX-License-Identifier: MIT
#include "framing/int32leframing.h"

#include "framing/heldbytes.h"
#include "framing/refusals.h"

#include <QCoreApplication>
#include <QtEndian>

#include <cstring>
#include <limits>

namespace pipeglass::framing {

namespace {

constexpr qsizetype headSize = 4;

/// The limit as asked for, but never more than the length can say.
qsizetype usableLimit(qsizetype limit)
{
    return qMax<qsizetype>(0, qMin<qsizetype>(limit, std::numeric_limits<qint32>::max()));
}

class Int32LeFramer : public Framer {
public:
    explicit Int32LeFramer(qsizetype limit)
        : m_limit(usableLimit(limit))
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
        m_outOfStep = false;
        if (m_held.isEmpty())
            return {};
        return { malformed(m_held.take()) };
    }

    qsizetype pendingBytes() const override { return m_held.size(); }

private:
    static Frame malformed(const Slice &wire)
    {
        Frame frame{ wire };
        frame.malformed = true;
        return frame;
    }

    static Frame message(const Slice &wire)
    {
        Frame frame{ wire };
        frame.headSize = headSize;
        return frame;
    }

    /// The size of the frame that begins with these four bytes; -1 if no frame can begin so.
    qsizetype frameSize(const char *head) const
    {
        const auto length = qFromLittleEndian<qint32>(head);
        return length < 0 || length > m_limit ? -1 : headSize + length;
    }

    /// Completes what is held, as far as `bytes` reach; how many of them were used.
    qsizetype continueHeld(const Slice &bytes, std::vector<Frame> &frames)
    {
        qsizetype used = 0;
        const auto takeUpTo = [&](qsizetype size) {
            const qsizetype missing = qMin(size - m_held.size(), bytes.size() - used);
            m_held.append(bytes.view().sliced(used, missing), size);
            used += missing;
            return m_held.size() == size;
        };
        if (m_held.size() < headSize && !takeUpTo(headSize))
            return used;
        const qsizetype size = frameSize(m_held.bytes().constData());
        if (size < 0) {
            m_outOfStep = true;
            m_held.append(bytes.view().sliced(used));
            frames.push_back(malformed(m_held.take()));
            return bytes.size();
        }
        if (takeUpTo(size))
            frames.push_back(message(m_held.take()));
        return used;
    }

    /// One frame from the beginning of `rest`, or all of it held back; how many bytes that took.
    qsizetype takeOne(const Slice &rest, std::vector<Frame> &frames)
    {
        const qsizetype size = m_outOfStep ? -1 : rest.size() < headSize ? headSize : frameSize(rest.data());
        if (size < 0) {
            m_outOfStep = true;
            frames.push_back(malformed(rest));
            return rest.size();
        }
        if (rest.size() < size) {
            m_held.append(rest.view(), size);
            return rest.size();
        }
        frames.push_back(message(rest.sliced(0, size)));
        return size;
    }

    qsizetype m_limit;
    HeldBytes m_held;
    bool m_outOfStep = false;
};

} // namespace

QByteArray Int32LeFraming::id() const { return QByteArrayLiteral("int32le"); }

QString Int32LeFraming::title() const { return QCoreApplication::translate("Framing", "int32 LE length"); }

QString Int32LeFraming::description() const
{
    return QCoreApplication::translate("Framing", "A length (4 bytes, little-endian, signed), then that many bytes.");
}

std::unique_ptr<Framer> Int32LeFraming::makeFramer(qsizetype limit) const
{
    return std::make_unique<Int32LeFramer>(limit);
}

Result<Frame> Int32LeFraming::encode(const Slice &payload, qsizetype limit) const
{
    if (payload.size() > usableLimit(limit))
        return tooLarge(payload.size(), usableLimit(limit));
    QByteArray wire(headSize + payload.size(), Qt::Uninitialized);
    qToLittleEndian(static_cast<qint32>(payload.size()), wire.data());
    if (!payload.isEmpty())
        std::memcpy(wire.data() + headSize, payload.data(), static_cast<size_t>(payload.size()));
    Frame frame{ wire };
    frame.headSize = headSize;
    return frame;
}

} // namespace pipeglass::framing
