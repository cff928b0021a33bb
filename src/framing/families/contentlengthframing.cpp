// SPDX-License-Identifier: MIT
#include "framing/families/contentlengthframing.h"

#include "framing/cutter.h"
#include "framing/families/headerblock.h"
#include "framing/refusals.h"

namespace pipeglass::framing {

namespace {

/// A recording keeps at most this much of a head apart from the payload.
constexpr qsizetype largestHead = 2048;

class ContentLengthCutter : public Cutter {
public:
    explicit ContentLengthCutter(qsizetype limit)
        : m_limit(static_cast<quint64>(qMax<qsizetype>(0, limit)))
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        const HeaderBlock::State state = m_headers.read(bytes);
        if (state == HeaderBlock::State::Incomplete)
            return Cut::needs();
        const qsizetype head = m_headers.size();
        const std::optional<quint64> length = m_headers.contentLength();
        m_headers.reset();
        if (state == HeaderBlock::State::Invalid || !length)
            return Cut::outOfSync(FrameProblem::InvalidSyntax);
        if (*length > m_limit)
            return Cut::outOfSync(FrameProblem::TooLarge);
        return Cut::sized(head + static_cast<qsizetype>(*length), head, bytes.size());
    }

    void reset() override { m_headers.reset(); }

private:
    quint64 m_limit;
    HeaderBlock m_headers{ HeaderBlock::StartLine::No, largestHead };
};

} // namespace

ContentLengthFraming::ContentLengthFraming(const FramingName &name)
    : Framing(name)
{
}

std::unique_ptr<Framer> ContentLengthFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return framing::makeFramer(std::make_unique<ContentLengthCutter>(limit));
}

Result<Frame> ContentLengthFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    QByteArray wire = "Content-Length: " + QByteArray::number(payload.size()) + "\r\n\r\n";
    const qsizetype head = wire.size();
    wire.append(payload.view());
    return Frame{ wire, head };
}

} // namespace pipeglass::framing
