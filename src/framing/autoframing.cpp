// SPDX-License-Identifier: MIT
#include "framing/autoframing.h"

#include "framing/heldbytes.h"
#include "framing/refusals.h"

#include <QCoreApplication>

namespace pipeglass::framing {

namespace {

constexpr double certainScore = 0.5;

class AutoFramer : public Framer {
public:
    AutoFramer(FramingRegistry framings, StreamNames names, Side from, qsizetype limit)
        : m_framings(std::move(framings))
        , m_names(std::move(names))
        , m_from(from)
        , m_limit(limit)
    {
    }

    std::vector<Frame> feed(const Slice &bytes) override
    {
        if (m_chosen)
            return checked(m_chosen->feed(bytes));
        m_held.append(bytes.view());
        return decide(false) ? checked(m_chosen->feed(m_held.take())) : std::vector<Frame>();
    }

    std::vector<Frame> finish() override
    {
        std::vector<Frame> frames;
        if (!m_chosen && !m_held.isEmpty() && decide(true))
            frames = checked(m_chosen->feed(m_held.take()));
        if (const auto chosen = std::exchange(m_chosen, nullptr)) {
            for (Frame &last : chosen->finish())
                frames.push_back(std::move(last));
        }
        return frames;
    }

    Slice takePending() override { return m_chosen ? m_chosen->takePending() : m_held.take(); }

    qsizetype pendingBytes() const override { return m_chosen ? m_chosen->pendingBytes() : m_held.size(); }
    qsizetype awaitedBytes() const override { return m_chosen ? m_chosen->awaitedBytes() : 0; }
    QByteArray guessed() const override { return m_guessed; }

private:
    /// Chooses a framing if there are enough bytes.
    bool decide(bool isEnd)
    {
        if (m_held.isEmpty())
            return false;
        StreamSample sample{ m_names.pipe, m_names.program, {}, {} };
        (m_from == Side::Client ? sample.client : sample.server) = m_held.bytes();
        const Guess guess = guessFraming(m_framings, sample).front();
        if (!isEnd && m_held.size() < AutoFraming::decidedAt && guess.score < certainScore)
            return false;
        choose(*guess.framing);
        return true;
    }

    void choose(const Framing &framing)
    {
        m_chosen = framing.makeFramer(m_from, m_limit);
        m_guessed = framing.id();
    }

    /// After a malformed message the guess was wrong.
    std::vector<Frame> checked(std::vector<Frame> frames)
    {
        for (Frame &frame : frames) {
            if (!m_isWrong && !frame.isMalformed())
                continue;
            m_isWrong = true;
            frame = { frame.wire, 0, 0, FrameProblem::None, true };
        }
        if (std::exchange(m_isWrong, false)) {
            if (const Slice rest = m_chosen->takePending(); !rest.isEmpty())
                frames.push_back({ rest, 0, 0, FrameProblem::None, true });
            choose(*m_framings.raw());
        }
        return frames;
    }

    FramingRegistry m_framings;
    StreamNames m_names;
    Side m_from;
    qsizetype m_limit;
    HeldBytes m_held;
    std::unique_ptr<Framer> m_chosen;
    QByteArray m_guessed;
    bool m_isWrong = false;
};

} // namespace

AutoFraming::AutoFraming(FramingRegistry framings, StreamNames names)
    : Framing({ "auto", QT_TRANSLATE_NOOP("Framing", "Guess"),
                QT_TRANSLATE_NOOP("Framing", "Guesses the framing of each direction from its first bytes.") })
    , m_framings(std::move(framings))
    , m_names(std::move(names))
{
}

FramingPtr AutoFraming::withNames(const StreamNames &names) const
{
    return std::make_shared<const AutoFraming>(m_framings, names);
}

std::unique_ptr<Framer> AutoFraming::makeFramer(Side from, qsizetype limit) const
{
    return std::make_unique<AutoFramer>(m_framings, m_names, from, limit);
}

Result<Frame> AutoFraming::encode(const Slice & /*payload*/, Side /*from*/, qsizetype /*limit*/) const
{
    return notEncodable(QCoreApplication::translate("Framing", "choose a framing to send messages with"));
}

FramingPtr resolvedFraming(const FramingPtr &framing, QByteArrayView guessed)
{
    const auto *guessing = dynamic_cast<const AutoFraming *>(framing.get());
    FramingPtr found = guessing != nullptr ? guessing->guessed(guessed) : nullptr;
    return found != nullptr ? found : framing;
}

} // namespace pipeglass::framing
