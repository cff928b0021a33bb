// SPDX-License-Identifier: MIT
#include "endpoints/patternshape.h"

#include <algorithm>

namespace pipeglass::endpoints {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Parses a pattern and computes the length of its shortest match.
class Reader {
public:
    explicit Reader(QByteArrayView pattern)
        : m_rest(pattern)
    {
    }

    qsizetype alternatives(int depth)
    {
        qsizetype shortest = sequence(depth);
        while (take('|'))
            shortest = qMin(shortest, sequence(depth));
        return shortest;
    }

    [[nodiscard]] bool isUnclear() const { return m_unclear || !m_rest.isEmpty(); }

private:
    /// No name has this length; limits the result for nested repetitions.
    static constexpr qsizetype longest = 1'000'000;

    qsizetype sequence(int depth)
    {
        qsizetype shortest = 0;
        while (!m_rest.isEmpty() && m_rest.front() != '|' && m_rest.front() != ')' && !m_unclear) {
            const qsizetype one = atom(depth);
            shortest = qMin(shortest + one * times(), longest);
        }
        return shortest;
    }

    qsizetype atom(int depth)
    {
        if (take('('))
            return group(depth);
        if (take('['))
            return characterClass();
        if (take('\\')) {
            // Classes and escaped punctuation match one character; other escapes are not analysed.
            const bool known =
                !m_rest.isEmpty() && (QByteArrayView("dwsDWS").contains(m_rest.front()) || !isPlain(m_rest.front()));
            m_unclear = m_unclear || !known;
        } else if (QByteArrayView("^$*+?").contains(m_rest.front()) || m_rest.front() < 0) {
            m_unclear = true; // an assertion, or a character of several bytes
        }
        if (!m_rest.isEmpty())
            m_rest = m_rest.sliced(1);
        return 1;
    }

    qsizetype group(int depth)
    {
        constexpr int deepest = 20;
        bool counts = true;
        m_unclear = m_unclear || m_rest.startsWith('*');
        if (take('?')) {
            if (take('<')) {
                m_unclear = m_unclear || m_rest.startsWith('=') || m_rest.startsWith('!');
                const qsizetype end = m_rest.indexOf('>');
                m_unclear = m_unclear || end < 0;
                m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
            } else if (!take(':')) {
                counts = false;
                m_unclear = m_unclear || !(take('!') || take('='));
            }
        }
        if (depth > deepest)
            m_unclear = true;
        const qsizetype shortest = m_unclear ? 0 : alternatives(depth + 1);
        m_unclear = m_unclear || !take(')');
        return counts ? shortest : 0;
    }

    qsizetype characterClass()
    {
        take('^');
        qsizetype end = 0;
        while (end < m_rest.size() && (m_rest[end] != ']' || end == 0)) {
            const QByteArrayView two = m_rest.sliced(end, qMin<qsizetype>(2, m_rest.size() - end));
            // Classes within a class, and quoted parts.
            m_unclear = m_unclear || two.startsWith('[') || two == "\\Q" || two == "\\E";
            end += two.startsWith('\\') ? 2 : 1;
        }
        m_unclear = m_unclear || end >= m_rest.size();
        m_rest = m_unclear ? QByteArrayView() : m_rest.sliced(end + 1);
        return 1;
    }

    /// The minimum number of repetitions of the last element.
    qsizetype times()
    {
        qsizetype least = 1;
        if (take('*') || take('?')) {
            least = 0;
        } else if (take('{')) {
            const qsizetype end = m_rest.indexOf('}');
            const QByteArrayView range = m_rest.first(qMax<qsizetype>(0, end));
            const qsizetype comma = range.indexOf(',');
            const QByteArrayView from = comma < 0 ? range : range.first(comma);
            const bool isNumber =
                !from.isEmpty() && std::all_of(from.begin(), from.end(), [](char c) { return c >= '0' && c <= '9'; });
            // Otherwise the brace is literal, at least for some engines.
            m_unclear = m_unclear || end < 0 || !isNumber;
            least = qBound(0, from.toByteArray().toInt(), 1000);
            m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        } else {
            take('+');
        }
        if (!take('?')) // lazy
            take('+'); // or possessive
        return least;
    }

    bool take(char c)
    {
        if (m_rest.isEmpty() || m_rest.front() != c)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    QByteArrayView m_rest;
    bool m_unclear = false;
};

/// The text of a `(?:text)?` at the beginning, or empty.
QByteArrayView optionalStart(QByteArrayView pattern)
{
    constexpr QByteArrayView open = "(?:";
    if (!pattern.startsWith(open))
        return {};
    const QByteArrayView rest = pattern.sliced(open.size());
    const qsizetype end = std::find_if_not(rest.begin(), rest.end(), isPlain) - rest.begin();
    const QByteArrayView after = rest.sliced(end);
    // A further sign changes the meaning: `??`, `?+`.
    const bool isOptional = after.startsWith(")?") && !after.startsWith(")??") && !after.startsWith(")?+");
    return isOptional ? rest.first(end) : QByteArrayView();
}

/// Whether a valid pattern has a `|` outside of groups.
bool hasAlternatives(QByteArrayView pattern)
{
    int depth = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '\\') {
            ++i;
        } else if (c == '[') {
            i += pattern.sliced(i + 1).startsWith('^') ? 2 : 1; // `]` may be the first character of a class
            while (i + 1 < pattern.size() && pattern[i + 1] != ']')
                i += pattern[i + 1] == '\\' ? 2 : 1;
            ++i;
        } else {
            depth += c == '(' ? 1 : (c == ')' ? -1 : 0);
            if (c == '|' && depth <= 0)
                return true;
        }
    }
    return false;
}

} // namespace

PatternShape shapeOf(QByteArrayView pattern)
{
    Reader reader(pattern);
    PatternShape shape;
    shape.shortest = reader.alternatives(0);
    if (reader.isUnclear())
        return {};
    if (hasAlternatives(pattern))
        return shape;
    const QByteArrayView before = optionalStart(pattern);
    const QByteArrayView rest = before.isEmpty() ? pattern : pattern.sliced(before.size() + qsizetype{ 5 }); // (?:)?
    qsizetype plain = std::find_if_not(rest.begin(), rest.end(), isPlain) - rest.begin();
    // A repeated character is not part of every match.
    if (plain < rest.size() && QByteArrayView("?*+{").contains(rest[plain]))
        plain = qMax<qsizetype>(0, plain - 1);
    shape.before = before.toByteArray();
    shape.start = rest.first(plain).toByteArray();
    return shape;
}

} // namespace pipeglass::endpoints
