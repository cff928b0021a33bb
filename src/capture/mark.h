// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace pipeglass::capture {

/// What a person noted about an item of a recording.
struct Mark {
    /// Longer notes are cut, so that they fit into a packet's tags in the worst case.
    static constexpr qsizetype maxNoteSize = 450;

    bool isMarked = false;
    QString note = {};

    [[nodiscard]] bool isEmpty() const { return !isMarked && note.isEmpty(); }
    friend bool operator==(const Mark &, const Mark &) = default;
};

} // namespace pipeglass::capture
