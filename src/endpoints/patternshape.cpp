// SPDX-License-Identifier: MIT
#include "endpoints/patternshape.h"

#include <algorithm>

namespace pipeglass::endpoints {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Reads a pattern once from left to right, adding up the shortest text.
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
    qsizetype sequence(int depth)
    {
        qsizetype shortest = 0;
        while (!m_rest.isEmpty() && m_rest.front() != '|' && m_rest.front() != ')' && !m_unclear) {
            const qsizetype one = atom(depth);
            shortest += one * times();
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
            // Classes and escaped punctuation are one character each; anything else is not looked into.
            const bool known =
                !m_rest.isEmpty() && (QByteArrayView("dwsDWS").contains(m_rest.front()) || !isPlain(m_rest.front()));
            m_unclear = m_unclear || !known;
        }
        if (!m_rest.isEmpty())
            m_rest = m_rest.sliced(1);
        return 1;
    }

    qsizetype group(int depth)
    {
        constexpr int deepest = 20;
        bool counts = true;
        if (take('?')) {
            if (take('<')) {
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
        qsizetype end = 0;
        while (end < m_rest.size() && (m_rest[end] != ']' || end == 0))
            end += m_rest[end] == '\\' ? 2 : 1;
        m_unclear = m_unclear || end >= m_rest.size();
        m_rest = m_unclear ? QByteArrayView() : m_rest.sliced(end + 1);
        return 1;
    }

    /// How often what was just read stands there at least.
    qsizetype times()
    {
        qsizetype least = 1;
        if (take('*') || take('?')) {
            least = 0;
        } else if (take('{')) {
            const qsizetype end = m_rest.indexOf('}');
            const QByteArrayView range = m_rest.first(qMax<qsizetype>(0, end));
            const qsizetype comma = range.indexOf(',');
            least = qBound(0, (comma < 0 ? range : range.first(comma)).toByteArray().toInt(), 1000);
            m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        } else {
            take('+');
        }
        take('?'); // not greedy
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

} // namespace

PatternShape shapeOf(QByteArrayView pattern)
{
    Reader reader(pattern);
    PatternShape shape;
    shape.shortest = reader.alternatives(0);
    if (reader.isUnclear())
        return {};
    const auto *const end = std::find_if_not(pattern.begin(), pattern.end(), isPlain);
    qsizetype plain = end - pattern.begin();
    // What is repeated, or one of several at the top, is not the start of every text.
    if (plain < pattern.size() && QByteArrayView("?*+{").contains(pattern[plain]))
        plain = qMax<qsizetype>(0, plain - 1);
    if (!pattern.contains('|') || pattern.first(plain).isEmpty()) {
        shape.start = pattern.first(plain).toByteArray();
        return shape;
    }
    int depth = 0;
    for (const char c : pattern) {
        depth += c == '(' ? 1 : (c == ')' ? -1 : 0);
        if (c == '|' && depth <= 0)
            return shape;
    }
    shape.start = pattern.first(plain).toByteArray();
    return shape;
}

} // namespace pipeglass::endpoints
