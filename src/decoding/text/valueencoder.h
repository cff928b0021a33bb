// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/text/jsonvalue.h"

#include <QtEndian>

namespace pipeglass::decoding {

template <typename Number>
void appendLittle(QByteArray &to, Number value)
{
    char bytes[sizeof(Number)];
    qToLittleEndian(value, bytes);
    to.append(bytes, sizeof(Number));
}

/// Writes the values of a text as a payload.
class ValueEncoder {
public:
    ValueEncoder() = default;
    virtual ~ValueEncoder() = default;
    ValueEncoder(const ValueEncoder &) = delete;
    ValueEncoder &operator=(const ValueEncoder &) = delete;

    /// Fails as textError() says.
    [[nodiscard]] Result<QByteArray> encode(const QByteArray &text, qsizetype *errorAt)
    {
        const auto root = parseJson(text);
        return root ? encode(text, *root, errorAt) : failure(textError(text, root.error(), errorAt));
    }
    /// `root` is made of the text.
    [[nodiscard]] Result<QByteArray> encode(const QByteArray &text, const JsonValue &root, qsizetype *errorAt)
    {
        m_out.clear();
        m_problem.reset();
        if (!write(root))
            return failure(textError(text, m_problem.value_or(TextProblem()), errorAt));
        return m_out;
    }

protected:
    /// Appends to m_out; false: fail() was called.
    [[nodiscard]] virtual bool write(const JsonValue &root) = 0;

    /// The first problem is kept. Returns false.
    bool fail(const JsonValue &at, const QString &text)
    {
        if (!m_problem)
            m_problem = { at.at, text };
        return false;
    }
    /// A text that QT_TRANSLATE_NOOP("Decoding", ...) marks.
    bool fail(const JsonValue &at, const char *text) { return fail(at, trText(text)); }

    template <typename Number>
    void big(Number value)
    {
        char bytes[sizeof(Number)];
        qToBigEndian(value, bytes);
        m_out.append(bytes, sizeof(Number));
    }
    template <typename Number>
    void little(Number value)
    {
        appendLittle(m_out, value);
    }
    void byte(unsigned value) { m_out.append(static_cast<char>(value)); }
    void raw(QByteArrayView bytes) { m_out.append(bytes); }

    QByteArray m_out;
    std::optional<TextProblem> m_problem;
};

} // namespace pipeglass::decoding
