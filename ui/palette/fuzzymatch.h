// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <optional>

namespace pipeglass::ui {

/// What is typed to find an entry: words whose letters must all be in a text, in that order.
class FuzzyPattern {
public:
    explicit FuzzyPattern(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// How well it matches, more is better; nullopt: not. Letters at the begin of words and adjacent ones count more.
    /// `text` must be case-folded.
    [[nodiscard]] std::optional<int> score(QStringView text) const;

private:
    QStringList m_words; ///< case-folded
};

} // namespace pipeglass::ui
