// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace pipeglass::filter {

/// What may stand at the cursor of a filter's text.
struct Completion {
    qsizetype start = 0; ///< of the word that is being typed
    qsizetype length = 0; ///< of that word; 0: a new one
    QStringList words; ///< that begin with its part before the cursor, in a useful order
};

/// The words that can complete a filter at `cursor`. Nothing within a string, or after an error.
[[nodiscard]] Completion completionAt(const QString &text, qsizetype cursor);

/// Number of characters to mark for a problem at `at`; 0 at the end of the text.
[[nodiscard]] qsizetype problemLength(const QString &text, qsizetype at);

/// A text as a string of the language, in double quotes.
[[nodiscard]] QString quoted(const QString &text);

} // namespace pipeglass::filter
