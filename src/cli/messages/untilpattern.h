// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/textencoding.h"

#include <QRegularExpression>

namespace pipeglass::cli {

/// The regular expression of `--until`: finds the message that ends a conversation.
class UntilPattern {
public:
    /// A Perl-compatible expression, as UTF-8. Fails with InvalidArgument, saying where it is wrong.
    [[nodiscard]] static Result<UntilPattern> parse(const QByteArray &text);

    /// Whether the payload of a message matches, as text of that encoding; bytes that are none are replaced.
    [[nodiscard]] bool matches(QByteArrayView payload, const TextEncoding &encoding) const;
    /// The same for a piece of a stream without messages, whose pieces end anywhere: together with what came before it,
    /// up to 64 KiB.
    [[nodiscard]] bool matchesStream(QByteArrayView piece, const TextEncoding &encoding);

private:
    explicit UntilPattern(QRegularExpression expression);

    QRegularExpression m_expression;
    QByteArray m_before; ///< the last bytes of the stream
};

} // namespace pipeglass::cli
