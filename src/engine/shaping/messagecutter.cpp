// SPDX-License-Identifier: MIT
#include "engine/shaping/messagecutter.h"

#include <utility>

namespace pipeglass::engine {

namespace {

framing::Frame plainBytes(const Slice &bytes) { return { bytes, 0, 0, FrameProblem::None }; }

} // namespace

MessageCutter::MessageCutter(const framing::Framing &framing, Side from, qsizetype limit, const Slice &begun)
    : m_framer(framing.makeFramer(from, limit))
    , m_passed(begun.size())
{
    (void)m_framer->feed(begun);
}

std::vector<MessageCutter::Piece> MessageCutter::feed(const Slice &bytes)
{
    std::vector<Piece> pieces;
    const qsizetype skipped = qMin(m_skip, bytes.size());
    m_skip -= skipped;
    if (skipped > 0)
        pieces.push_back({ plainBytes(bytes.sliced(0, skipped)) });
    if (skipped == bytes.size())
        return pieces;
    for (const framing::Frame &frame : m_framer->feed(bytes.sliced(skipped, bytes.size() - skipped))) {
        const qsizetype passed = std::exchange(m_passed, 0);
        if (passed > 0 || frame.isMalformed() || frame.wire.size() > longest)
            pieces.push_back({ plainBytes(frame.wire.sliced(passed, frame.wire.size() - passed)) });
        else
            pieces.push_back({ frame, true });
    }
    if (heldBytes() > longest)
        pieces.push_back(giveUpMessage());
    return pieces;
}

MessageCutter::Piece MessageCutter::giveUpMessage()
{
    const qsizetype total = m_framer->awaitedBytes();
    const Slice held = m_framer->takePending();
    const qsizetype passed = std::exchange(m_passed, 0);
    if (total > 0) {
        m_skip = total - held.size();
    } else { // only the framer finds its end
        (void)m_framer->feed(held);
        m_passed = held.size();
    }
    return { plainBytes(held.sliced(passed, held.size() - passed)) };
}

Slice MessageCutter::takeRest()
{
    const Slice held = m_framer->takePending();
    const qsizetype passed = std::exchange(m_passed, 0);
    return held.sliced(passed, held.size() - passed);
}

} // namespace pipeglass::engine
