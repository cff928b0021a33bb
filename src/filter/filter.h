// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "filter/expression.h"

#include <tl/expected.hpp>

namespace pipeglass::filter {

/// Where a filter's text is wrong, and what was expected.
struct Problem {
    qsizetype at = 0; ///< in UTF-16 code units; the text's length if something is missing at its end
    QString text; ///< a sentence
};

/// The text on one line, a `^` below the place, and the sentence.
[[nodiscard]] QString problemText(const QString &filter, const Problem &problem);

/// What a filter asks of an item. A value that an item does not have makes every comparison with it false.
class Subject {
public:
    Subject() = default;
    virtual ~Subject() = default;
    Subject(const Subject &) = delete;
    Subject &operator=(const Subject &) = delete;

    [[nodiscard]] virtual const capture::RecordSummary &summary() const = 0;
    [[nodiscard]] virtual std::optional<quint64> number() const = 0; ///< of a message, from 1
    [[nodiscard]] virtual std::optional<Side> ours() const = 0; ///< our end of its connection
    [[nodiscard]] virtual std::optional<qint64> latency() const = 0; ///< nanoseconds
    [[nodiscard]] virtual Result<Slice> payload() const = 0; ///< asked only if the filter needs it
    [[nodiscard]] virtual capture::Mark mark() const { return {}; }
};

/// A filter for messages and events, such as `length > 100 and text contains "x"`. Immutable, any thread.
///
///     filter     = and-part { ("or" | "||") and-part }        empty text: everything
///     and-part   = not-part { ("and" | "&&") not-part }
///     not-part   = ("not" | "!") not-part | "(" filter ")" | comparison
///     comparison = "malformed" | "event" | field operator value
///
/// from: client, server. direction: in, out (where the recording program was an end). length (of the payload): bytes,
/// with k, M, G as powers of 1024. connection, number: integers. time: a quoted ISO 8601 time with zone. latency: a
/// number with us, ms or s. event: the word of an event. text (the payload as UTF-8, with case): a string; also
/// `contains`, and `matches` with a regular expression. marked: whether a person marked it; note: its note, compared as
/// text. payload: bytes in hex ("de:ad") or a string; also `contains`.
class Filter {
public:
    Filter() = default; ///< matches everything
    [[nodiscard]] static tl::expected<Filter, Problem> parse(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_root == nullptr; }
    [[nodiscard]] bool uses(Field field) const;
    /// Fails as Subject::payload() does.
    [[nodiscard]] Result<bool> matches(const Subject &subject) const;

private:
    ExpressionPtr m_root; ///< null: everything
};

} // namespace pipeglass::filter
