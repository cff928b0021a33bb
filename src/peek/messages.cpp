// SPDX-License-Identifier: MIT
#include "peek/messages.h"

#include "framing/guess.h"

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
    return cut(bytes, framing::guessFraming(framings, { {}, {}, bytes, {} }).front().framing);
}

} // namespace pipeglass::peek
