// SPDX-License-Identifier: MIT
#pragma once

#include "exporting/textencoding.h"

#include <QRegularExpression>

namespace pipeglass::cli {

/// The regular expression of `--until`: finds the message that ends a conversation.
class UntilPattern {
public:
    /// A Perl-compatible expression in UTF-8. Fails with InvalidArgument and the position.
    [[nodiscard]] static Result<UntilPattern> parse(const QByteArray &text);

    /// Whether the payload of a message matches, as text; invalid bytes are replaced.
    [[nodiscard]] bool matches(QByteArrayView payload, const exporting::TextEncoding &encoding) const;
    /// For a chunk of a stream without messages, together with up to 64 KiB before it.
    [[nodiscard]] bool matchesStream(QByteArrayView piece, const exporting::TextEncoding &encoding);

private:
    explicit UntilPattern(QRegularExpression expression);

    QRegularExpression m_expression;
    QByteArray m_before; ///< the last bytes of the stream
};

} // namespace pipeglass::cli
