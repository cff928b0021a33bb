// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace pipeglass::framing {

struct StreamSample;

/// Bytes at the beginning of a stream.
struct FirstBytes {
    QByteArray bytes;
    QByteArray mask; ///< of each byte the bits that count; empty: all
};

/// What the streams of a framing look like. Kinds that are given must all match; of one kind, one entry.
struct MatchRule {
    std::vector<QByteArray> pipes; ///< patterns for the name without CoreFxPipe_, with * and ?
    std::vector<QByteArray> programs; ///< patterns for the server's program
    std::vector<FirstBytes> first; ///< of either direction

    [[nodiscard]] bool isEmpty() const { return pipes.empty() && programs.empty() && first.empty(); }
};

/// How well a stream matches a rule.
struct Match {
    bool isNamed = false; ///< the names match, and there are patterns for them
    qsizetype firstBytes = 0; ///< number of first bytes that match
    bool fails = false; ///< something that is known does not match
};

[[nodiscard]] Match matchOf(const MatchRule &rule, const StreamSample &sample);

/// A file name pattern: * is any text, ? one character.
[[nodiscard]] bool matchesPattern(QByteArrayView text, QByteArrayView pattern);

} // namespace pipeglass::framing
