// SPDX-License-Identifier: MIT
#include "framing/protocols/protocolframing.h"

namespace pipeglass::framing {

ProtocolFraming::ProtocolFraming(const FramingName &name, MakeCutter makeCutter, std::optional<LengthPrefix> sent)
    : Framing(name)
    , m_makeCutter(makeCutter)
    , m_sent(std::move(sent))
{
}

std::unique_ptr<Framer> ProtocolFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return framing::makeFramer(m_makeCutter(limit));
}

Result<Frame> ProtocolFraming::encode(const Slice &payload, Side from, qsizetype limit) const
{
    Result<Frame> whole = encodeWhole(*m_makeCutter(limit), payload, limit);
    if (whole || !m_sent)
        return whole;
    return LengthPrefixFraming({}, *m_sent).encode(payload, from, limit);
}

} // namespace pipeglass::framing
