// SPDX-License-Identifier: MIT
#include "compare/lines.h"

#include "compare/sequences.h"

#include <QHashFunctions>

namespace pipeglass::compare {

namespace {

/// Whether a byte continues a character of UTF-8.
bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

} // namespace

Lines::Lines(QByteArray text)
    : m_text(std::move(text))
{
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
        m_ends.push_back(at);
    if (!m_text.isEmpty() && !m_text.endsWith('\n'))
        m_ends.push_back(m_text.size());
}

QByteArrayView Lines::line(qsizetype number) const
{
    const auto place = static_cast<size_t>(number);
    const qsizetype start = number == 0 ? 0 : m_ends[place - 1] + 1;
    return QByteArrayView(m_text).sliced(start, m_ends[place] - start);
}

Blocks compareLines(const Lines &left, const Lines &right, const std::atomic<bool> *isCancelled)
{
    const auto hashes = [](const Lines &lines) {
        std::vector<size_t> all;
        all.reserve(static_cast<size_t>(lines.count()));
        for (qsizetype i = 0; i < lines.count(); ++i)
            all.push_back(qHash(lines.line(i)));
        return all;
    };
    const std::vector<size_t> leftHashes = hashes(left);
    const std::vector<size_t> rightHashes = hashes(right);
    const auto equal = [&](qsizetype i, qsizetype j) {
        return leftHashes[static_cast<size_t>(i)] == rightHashes[static_cast<size_t>(j)]
            && left.line(i) == right.line(j);
    };
    Limits limits;
    limits.isCancelled = isCancelled;
    return compareSequences(left.count(), right.count(), equal, limits);
}

ChangedPart changedPart(QByteArrayView left, QByteArrayView right)
{
    const qsizetype shorter = qMin(left.size(), right.size());
    qsizetype start = 0;
    while (start < shorter && left[start] == right[start])
        ++start;
    const auto isInside = [](QByteArrayView text, qsizetype at) {
        return at < text.size() && isContinuation(text[at]);
    };
    while (start > 0 && (isInside(left, start) || isInside(right, start)))
        --start;
    qsizetype end = 0;
    while (end < shorter - start && left[left.size() - end - 1] == right[right.size() - end - 1])
        ++end;
    while (end > 0 && isInside(left, left.size() - end))
        --end;
    return { start, left.size() - end, right.size() - end };
}

} // namespace pipeglass::compare
