// SPDX-License-Identifier: MIT
#include "framing/matchrule.h"

#include "framing/guess.h"

#include <algorithm>

namespace pipeglass::framing {

namespace {

bool matchesAny(QByteArrayView text, const std::vector<QByteArray> &patterns)
{
    return std::ranges::any_of(patterns, [&](const QByteArray &one) { return matchesPattern(text, one); });
}

/// Number of bytes that are compared and equal; 0: they differ.
qsizetype equalBytes(QByteArrayView stream, const FirstBytes &first)
{
    const qsizetype size = qMin(stream.size(), first.bytes.size());
    qsizetype equal = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const bool counts = first.mask.isEmpty() || first.mask[i] != '\0';
        if (counts && stream[i] != first.bytes[i])
            return 0;
        equal += counts ? 1 : 0;
    }
    return equal;
}

} // namespace

bool matchesPattern(QByteArrayView text, QByteArrayView pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1; // in the pattern
    qsizetype tried = 0; // where its text ends
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = in++;
            tried = at;
        } else if (in < pattern.size() && (pattern[in] == '?' || pattern[in] == text[at])) {
            ++in;
            ++at;
        } else if (star >= 0) {
            in = star + 1;
            at = ++tried;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == '*')
        ++in;
    return in == pattern.size();
}

Match matchOf(const MatchRule &rule, const StreamSample &sample)
{
    Match match;
    const auto checkName = [&match](const QByteArray &name, const std::vector<QByteArray> &patterns) {
        if (patterns.empty() || name.isEmpty())
            return patterns.empty();
        match.fails = match.fails || !matchesAny(name, patterns);
        return true;
    };
    const bool pipeKnown = checkName(sample.pipe, rule.pipes);
    const bool programKnown = checkName(sample.program, rule.programs);
    match.isNamed = pipeKnown && programKnown && !match.fails && !(rule.pipes.empty() && rule.programs.empty());
    for (const FirstBytes &one : rule.first)
        match.firstBytes = qMax(match.firstBytes, qMax(equalBytes(sample.client, one), equalBytes(sample.server, one)));
    const bool hasBytes = !sample.client.isEmpty() || !sample.server.isEmpty();
    match.fails = match.fails || (hasBytes && !rule.first.empty() && match.firstBytes == 0);
    return match;
}

} // namespace pipeglass::framing
