// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace pipeglass::ui {

/// What was sent in one conversation, to step back through it. Keeps the draft that was there before stepping back.
/// Bounded: the oldest lines go.
class History {
public:
    struct Line {
        QString text;
        bool isHex = false;

        friend bool operator==(const Line &, const Line &) = default;
    };

    static constexpr size_t limit = 500;

    /// Remembers a sent line (not twice in a row) and goes back to the end.
    void add(const Line &line);
    /// The line before; nothing at the beginning. `draft` is what stands in the field now.
    [[nodiscard]] std::optional<Line> older(const Line &draft);
    /// The line after, at last the draft; nothing beyond it.
    [[nodiscard]] std::optional<Line> newer();

private:
    std::vector<Line> m_lines;
    size_t m_position = 0; ///< m_lines.size(): at the draft
    Line m_draft;
};

} // namespace pipeglass::ui
