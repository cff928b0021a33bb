// SPDX-License-Identifier: MIT
#include "cli/messages/untilpattern.h"

#include "cli/commandtext.h"

namespace pipeglass::cli {

namespace {

constexpr qsizetype keptBytes = qsizetype{ 64 } << 10U;

} // namespace

UntilPattern::UntilPattern(QRegularExpression expression)
    : m_expression(std::move(expression))
{
}

Result<UntilPattern> UntilPattern::parse(const QByteArray &text)
{
    QRegularExpression expression(QString::fromUtf8(text));
    if (!expression.isValid()) {
        return failure(
            ErrorCode::InvalidArgument, text,
            CommandText::tr("not a valid regular expression: %1, at character %2")
                .arg(expression.errorString())
                .arg(expression.patternErrorOffset() + 1));
    }
    return UntilPattern(std::move(expression));
}

bool UntilPattern::matches(QByteArrayView payload, const exporting::TextEncoding &encoding) const
{
    const auto text = encoding.decode(payload);
    return m_expression.match(text ? *text : QString::fromUtf8(payload)).hasMatch();
}

bool UntilPattern::matchesStream(QByteArrayView piece, const exporting::TextEncoding &encoding)
{
    m_before.append(piece);
    const bool found = matches(m_before, encoding);
    if (m_before.size() > keptBytes)
        m_before.remove(0, m_before.size() - keptBytes);
    return found;
}

} // namespace pipeglass::cli
