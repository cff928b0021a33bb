// SPDX-License-Identifier: MIT
#include "formats/formatframing.h"

#include "formats/formatcutter.h"
#include "formats/formattext.h"
#include "formats/writing/framewriter.h"
#include "framing/refusals.h"

namespace pipeglass::formats {

FormatFraming::FormatFraming(FormatPtr format)
    : Framing({})
    , m_format(std::move(format))
    , m_encodes(canWriteFrames(*m_format->frame.client) && canWriteFrames(*m_format->frame.server))
{
}

QString FormatFraming::description() const
{
    return m_format->description.isEmpty() ? FormatText::tr("Described by a format file.") : m_format->description;
}

std::unique_ptr<framing::Framer> FormatFraming::makeFramer(Side from, qsizetype limit) const
{
    return framing::makeFramer(std::make_unique<FormatCutter>(m_format->frame[from], limit));
}

Result<framing::Frame> FormatFraming::encode(const Slice &payload, Side from, qsizetype limit) const
{
    if (payload.size() > limit)
        return framing::tooLarge(payload.size(), limit);
    const ProgramPtr &program = m_format->frame[from];
    FormatCutter cutter(program, limit);
    if (program->isPayloadWhole)
        return framing::encodeWhole(cutter, payload, limit);
    auto wire = writeFrame(*program, payload.view());
    if (!wire)
        return failure(wire.error());
    // The frame may not say what was meant: a length that wrapped, a delimiter within the payload.
    const framing::Cut cut = wire->isEmpty() ? framing::Cut() : cutter.cut(*wire);
    const bool isWhole = cut.kind == framing::Cut::Kind::Frame && cut.size == wire->size();
    if (!isWhole || QByteArrayView(*wire).sliced(cut.head, cut.size - cut.head - cut.tail) != payload.view())
        return framing::notEncodable(FormatText::tr("the frame would be read as something else than this message"));
    return framing::Frame{ *wire, cut.head, cut.tail };
}

} // namespace pipeglass::formats
