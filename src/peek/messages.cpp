// SPDX-License-Identifier: MIT
#include "peek/messages.h"

#include <algorithm>

namespace pipeglass::peek {

namespace {

Messages cut(const QByteArray &bytes, const framing::FramingPtr &framing)
{
    const auto framer = framing->makeFramer(Side::Client);
    Messages messages{ framing, framer->feed(bytes), {} };
    const qsizetype rest = framer->pendingBytes();
    messages.unfinished = Slice(bytes, bytes.size() - rest, rest);
    return messages;
}

} // namespace

Messages
cutIntoMessages(const QByteArray &bytes, const framing::FramingPtr &framing, const framing::FramingRegistry &framings)
{
    if (framing)
        return cut(bytes, framing);
    Messages guess = cut(bytes, framings.defaultFraming());
    const bool fits = std::none_of(
        guess.frames.begin(), guess.frames.end(), [](const framing::Frame &frame) { return frame.isMalformed(); });
    return fits ? guess : cut(bytes, framings.raw());
}

} // namespace pipeglass::peek
