// SPDX-License-Identifier: MIT
#include "framing/families/jsonframing.h"

#include "framing/cutter.h"
#include "framing/refusals.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace pipeglass::framing {

namespace {

constexpr qsizetype deepestNesting = 10'000;
constexpr qsizetype longestPlain = 1024; ///< number or literal; it is checked again with each chunk
constexpr QByteArrayView literals[] = { "true", "false", "null" };

bool isJsonSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// A byte order mark, which StreamWriter may write once, counts as white space.
bool isBeforeValue(char c) { return isJsonSpace(c) || QByteArrayView("\xEF\xBB\xBF").contains(c); }

bool isOfNumberOrLiteral(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' || c == 'E';
}

/// A number, true, false or null, or its beginning.
bool mayBePlain(QByteArrayView token, bool isWhole)
{
    const auto isOfNumber = [](char c) { return QByteArrayView("0123456789+-.eE").contains(c); };
    if (token.size() > longestPlain)
        return false;
    if (isOfNumber(token.front()) && token.front() != 'e')
        return std::all_of(token.begin(), token.end(), isOfNumber);
    return std::any_of(std::begin(literals), std::end(literals), [&](QByteArrayView literal) {
        return literal.startsWith(token) && (!isWhole || literal == token);
    });
}

class JsonCutter : public Cutter {
public:
    explicit JsonCutter(qsizetype limit)
        : m_limit(qMax<qsizetype>(0, limit))
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        while (m_at < bytes.size() && m_state == State::Before && isBeforeValue(bytes[m_at]))
            ++m_at;
        if (m_state == State::Before) {
            if (m_at > m_limit)
                return lost(FrameProblem::TooLarge);
            if (m_at == bytes.size())
                return Cut::needs();
            m_head = m_at;
            m_state = isOfNumberOrLiteral(bytes[m_at]) ? State::Plain : State::Inside;
        }
        for (; m_at < bytes.size(); ++m_at) {
            if (m_at - m_head > m_limit)
                return lost(FrameProblem::TooLarge);
            switch (step(bytes[m_at])) {
            case Step::Continue:
                break;
            case Step::Invalid:
                return lost(FrameProblem::InvalidSyntax);
            case Step::End:
                if (m_state == State::Plain && !mayBePlain(bytes.sliced(m_head, m_at - m_head), true))
                    return lost(FrameProblem::InvalidSyntax);
                return end(m_at + 1);
            }
        }
        if (m_state == State::Plain && !mayBePlain(bytes.sliced(m_head), false))
            return lost(FrameProblem::InvalidSyntax);
        return Cut::needs();
    }

    Frame last(const Slice &held) override
    {
        if (m_state == State::Plain && held.size() - m_head <= m_limit && mayBePlain(held.view().sliced(m_head), true))
            return { held, m_head };
        return m_state == State::Before ? Frame{ held, held.size() } : Cutter::last(held);
    }

    void reset() override
    {
        m_state = State::Before;
        m_at = m_head = 0;
        m_open.clear();
    }

private:
    enum class State { Before, Plain, Inside, String, Escape };
    enum class Step { Continue, End, Invalid };

    Step step(char c)
    {
        switch (m_state) {
        case State::Plain:
            return isJsonSpace(c) ? Step::End : isOfNumberOrLiteral(c) ? Step::Continue : Step::Invalid;
        case State::Escape:
            m_state = State::String;
            break;
        case State::String:
            if (c == '"') {
                m_state = State::Inside;
                return m_open.isEmpty() ? Step::End : Step::Continue;
            }
            if (c == '\\')
                m_state = State::Escape;
            break;
        default:
            return stepInside(c);
        }
        return static_cast<quint8>(c) < ' ' ? Step::Invalid : Step::Continue;
    }

    Step stepInside(char c)
    {
        if (c == '"') {
            m_state = State::String;
            return Step::Continue;
        }
        if (c == '{' || c == '[') {
            m_open.append(static_cast<char>(c + 2)); // the closing bracket
            return m_open.size() <= deepestNesting ? Step::Continue : Step::Invalid;
        }
        if (m_open.isEmpty())
            return Step::Invalid;
        if (c == '}' || c == ']') {
            if (m_open.back() != c)
                return Step::Invalid;
            m_open.chop(1);
            return m_open.isEmpty() ? Step::End : Step::Continue;
        }
        const bool isAllowed = c == ',' || c == ':' || isJsonSpace(c) || isOfNumberOrLiteral(c);
        return isAllowed ? Step::Continue : Step::Invalid;
    }

    Cut end(qsizetype size)
    {
        const qsizetype tail = m_state == State::Plain ? 1 : 0;
        const qsizetype head = m_head;
        reset();
        return size - head - tail > m_limit ? Cut::outOfSync(FrameProblem::TooLarge) : Cut::frame(size, head, tail);
    }

    Cut lost(FrameProblem problem)
    {
        reset();
        return Cut::outOfSync(problem);
    }

    qsizetype m_limit;
    State m_state = State::Before;
    qsizetype m_at = 0; ///< the next byte to look at
    qsizetype m_head = 0; ///< white space before the value
    QByteArray m_open; ///< closing brackets of what is open
};

} // namespace

JsonFraming::JsonFraming(const FramingName &name)
    : Framing(name)
{
}

std::unique_ptr<Framer> JsonFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return framing::makeFramer(std::make_unique<JsonCutter>(limit));
}

Result<Frame> JsonFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    const bool isPlain = !payload.isEmpty() && isOfNumberOrLiteral(*payload.data());
    QByteArray wire = payload.toByteArray();
    if (isPlain)
        wire.append('\n');
    JsonCutter cutter(limit);
    const Cut cut = wire.isEmpty() ? Cut() : cutter.cut(wire);
    if (cut.kind != Cut::Kind::Frame || cut.size != wire.size() || cut.head > 0)
        return notEncodable(QCoreApplication::translate("Framing", "the message is not one JSON value"));
    return Frame{ wire, 0, cut.tail };
}

} // namespace pipeglass::framing
