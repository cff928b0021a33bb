// SPDX-License-Identifier: MIT
#include "framings/framingguesses.h"

#include "conversation/streamstart.h"
#include "models/pooljob.h"

#include <algorithm>

namespace pipeglass::ui {

FramingGuesses::FramingGuesses(
    const framing::FramingRegistry &framings, capture::MessageListPtr recording, QObject *parent)
    : QObject(parent)
    , m_framings(framings)
    , m_recording(std::move(recording))
{
}

const framing::Guess *FramingGuesses::likely() const
{
    constexpr double likelyScore = 0.5;
    return !m_both.empty() && m_both.front().score >= likelyScore ? &m_both.front() : nullptr;
}

const framing::Guess *FramingGuesses::find(const QByteArray &id) const
{
    const auto found = std::ranges::find_if(m_both, [&](const framing::Guess &one) { return one.framing->id() == id; });
    return found == m_both.end() ? nullptr : &*found;
}

/// Again whenever there are twice as many items, as long as they are few.
void FramingGuesses::update()
{
    constexpr qsizetype maxBytes = qsizetype{ 16 } << 10U;
    constexpr quint64 mostItems = 2000;
    const quint64 count = m_recording->count();
    if (m_isGuessing || count < 2 * m_guessedAt || count == m_guessedAt || m_guessedAt >= mostItems)
        return;
    m_isGuessing = true;
    m_guessedAt = count;
    const auto work = [framings = m_framings, recording = m_recording] {
        const framing::StreamSample sample = conversation::startOfStreams(*recording, maxBytes);
        Found found;
        for (const Side side : { Side::Client, Side::Server }) {
            framing::StreamSample one{ sample.pipe, sample.program, {}, {} };
            (side == Side::Client ? one.client : one.server) = side == Side::Client ? sample.client : sample.server;
            if (!one.client.isEmpty() || !one.server.isEmpty())
                found.each[side] = guessFraming(framings, one);
        }
        if (!sample.client.isEmpty() || !sample.server.isEmpty())
            found.both = guessFraming(framings, sample);
        return found;
    };
    models::runInPool(this, work, [this](const Found &found) {
        m_isGuessing = false;
        m_both = found.both;
        m_each = found.each;
        Q_EMIT changed();
        update();
    });
}

} // namespace pipeglass::ui
