// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace pipeglass::ui {

/// The sent messages of a conversation, to step through. Keeps the current draft. Limited: the oldest lines are
/// dropped.
class History {
public:
    struct Line {
        QString text;
        bool isHex = false;

        friend bool operator==(const Line &, const Line &) = default;
    };

    static constexpr size_t limit = 500;

    /// Adds a sent line (not twice in a row) and moves to the end.
    void add(const Line &line);
    /// The previous line; nullopt at the beginning. `draft`: the current content of the field.
    [[nodiscard]] std::optional<Line> older(const Line &draft);
    /// The next line, finally the draft; nullopt after it.
    [[nodiscard]] std::optional<Line> newer();

private:
    std::vector<Line> m_lines;
    size_t m_position = 0; ///< m_lines.size(): at the draft
    Line m_draft;
};

} // namespace pipeglass::ui
