// SPDX-License-Identifier: MIT
#pragma once

#include "compare/blocks.h"

#include <algorithm>
#include <utility>

namespace pipeglass::compare {

/// The shortest way from one sequence to another: Myers, "An O(ND) difference algorithm and its variations" (1986).
/// `equal(i, j)` says whether element i of the left one and element j of the right one are equal.
template <typename Equal>
class Sequences {
public:
    Sequences(qsizetype leftSize, qsizetype rightSize, const Equal &equal, const Limits &limits)
        : m_leftSize(leftSize)
        , m_rightSize(rightSize)
        , m_equal(equal)
        , m_limits(limits)
    {
    }

    [[nodiscard]] Blocks compare()
    {
        const qsizetype shorter = qMin(m_leftSize, m_rightSize);
        while (m_start < shorter && m_equal(m_start, m_start))
            ++m_start;
        qsizetype end = 0; // equal elements at the end
        while (end < shorter - m_start && m_equal(m_leftSize - end - 1, m_rightSize - end - 1))
            ++end;
        m_left = m_leftSize - m_start - end;
        m_right = m_rightSize - m_start - end;
        addSame(0, 0, m_start);
        const qsizetype edits = m_left > 0 && m_right > 0 ? findEdits() : -1;
        if (edits >= 0)
            addPath(edits);
        addDifferent(m_start + m_left, m_start + m_right);
        addSame(m_start + m_left, m_start + m_right, end);
        return std::move(m_blocks);
    }

private:
    /// Of a path of `edits` edits on a diagonal (left - right), the furthest left element.
    [[nodiscard]] qsizetype &furthest(qsizetype diagonal)
    {
        return m_furthest[static_cast<size_t>(diagonal + m_offset)];
    }
    /// The same before the edit with that number.
    [[nodiscard]] qsizetype furthestBefore(qsizetype edits, qsizetype diagonal) const
    {
        return m_history[static_cast<size_t>(edits)][static_cast<size_t>(diagonal + edits)];
    }
    /// Whether the best path to a diagonal comes from the one above: an element of the right one is added.
    [[nodiscard]] static bool comesFromAbove(qsizetype edits, qsizetype diagonal, qsizetype below, qsizetype above)
    {
        return diagonal == -edits || (diagonal != edits && below < above);
    }

    /// The number of edits of the shortest path; -1: over a limit.
    [[nodiscard]] qsizetype findEdits()
    {
        const qsizetype most = qMin<qsizetype>(m_left + m_right, m_limits.edits);
        m_offset = most + 1;
        m_furthest.assign(static_cast<size_t>(2 * most + 3), 0);
        qint64 steps = 0;
        for (qsizetype edits = 0; edits <= most; ++edits) {
            if (steps > m_limits.steps || (m_limits.isCancelled != nullptr && *m_limits.isCancelled))
                return -1;
            const auto from = m_furthest.begin() + (m_offset - edits);
            m_history.emplace_back(from, from + 2 * edits + 1);
            for (qsizetype diagonal = -edits; diagonal <= edits; diagonal += 2) {
                const bool isAbove = comesFromAbove(edits, diagonal, furthest(diagonal - 1), furthest(diagonal + 1));
                qsizetype x = isAbove ? furthest(diagonal + 1) : furthest(diagonal - 1) + 1;
                while (x < m_left && x - diagonal < m_right && x - diagonal >= 0
                       && m_equal(m_start + x, m_start + x - diagonal)) {
                    ++x;
                    ++steps;
                }
                furthest(diagonal) = x;
                if (x >= m_left && x - diagonal >= m_right)
                    return edits;
            }
        }
        return -1;
    }

    /// Follows the path back from its end.
    void addPath(qsizetype edits)
    {
        struct Run {
            qsizetype left;
            qsizetype right;
            qsizetype size;
        };
        std::vector<Run> runs;
        qsizetype x = m_left;
        qsizetype y = m_right;
        for (qsizetype d = edits; d > 0; --d) {
            const qsizetype diagonal = x - y;
            const auto before = [&](qsizetype k) { return k < -d || k > d ? qsizetype{ 0 } : furthestBefore(d, k); };
            const bool isAbove = comesFromAbove(d, diagonal, before(diagonal - 1), before(diagonal + 1));
            const qsizetype startX = isAbove ? before(diagonal + 1) : before(diagonal - 1) + 1;
            if (x > startX)
                runs.push_back({ startX, startX - diagonal, x - startX });
            x = isAbove ? startX : startX - 1;
            y = startX - diagonal - (isAbove ? 1 : 0);
        }
        if (x > 0)
            runs.push_back({ 0, 0, x });
        std::reverse(runs.begin(), runs.end());
        for (const Run &run : runs) {
            if (run.size < m_limits.shortestSame)
                continue;
            addDifferent(m_start + run.left, m_start + run.right);
            addSame(m_start + run.left, m_start + run.right, run.size);
        }
    }

    void addSame(qsizetype left, qsizetype right, qsizetype size)
    {
        if (size == 0)
            return;
        if (!m_blocks.empty() && m_blocks.back().isSame) {
            m_blocks.back().leftSize += size;
            m_blocks.back().rightSize += size;
        } else {
            m_blocks.push_back({ left, size, right, size, true });
        }
    }

    /// What lies before these positions and in no block.
    void addDifferent(qsizetype left, qsizetype right)
    {
        const Block last = m_blocks.empty() ? Block() : m_blocks.back();
        const qsizetype leftEnd = last.left + last.leftSize;
        const qsizetype rightEnd = last.right + last.rightSize;
        if (left > leftEnd || right > rightEnd)
            m_blocks.push_back({ leftEnd, left - leftEnd, rightEnd, right - rightEnd, false });
    }

    qsizetype m_leftSize;
    qsizetype m_rightSize;
    const Equal &m_equal;
    Limits m_limits;
    qsizetype m_start = 0; ///< equal elements at the start
    qsizetype m_left = 0; ///< sizes between the equal start and end
    qsizetype m_right = 0;
    qsizetype m_offset = 0;
    std::vector<qsizetype> m_furthest;
    std::vector<std::vector<qsizetype>> m_history;
    Blocks m_blocks;
};

template <typename Equal>
[[nodiscard]] Blocks compareSequences(qsizetype leftSize, qsizetype rightSize, const Equal &equal, const Limits &limits)
{
    return Sequences<Equal>(leftSize, rightSize, equal, limits).compare();
}

} // namespace pipeglass::compare
