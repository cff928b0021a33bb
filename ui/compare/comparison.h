// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "compare/jsonvalues.h"
#include "compare/lines.h"
#include "compare/rows.h"

#include <atomic>
#include <memory>
#include <optional>

namespace pipeglass::ui {

/// A message to compare; without a list: none, which counts as empty.
struct ComparedMessage {
    capture::MessageListPtr list;
    quint64 number = 0; ///< item of the list
    QString title; ///< what it is, for people
};

/// Two payloads and their differences. Immutable, any thread.
struct Comparison {
    Slice left;
    Slice right;
    compare::Rows bytes; ///< 16 in a row
    bool areTexts = false;
    compare::Lines leftLines; ///< if they are texts
    compare::Lines rightLines;
    compare::Rows lines;
    std::optional<compare::JsonComparison> values; ///< if both are JSON

    static constexpr qsizetype bytesInRow = 16;

    [[nodiscard]] bool isSame() const { return left.view() == right.view(); }
};

using ComparisonPtr = std::shared_ptr<const Comparison>;

/// Reads and compares. Takes time for large messages: call it in the thread pool. Texts of more than 16 MiB are
/// compared as bytes only. Ends early, with any result, when `isCancelled` becomes true.
[[nodiscard]] Result<ComparisonPtr>
compareMessages(const ComparedMessage &left, const ComparedMessage &right, const std::atomic<bool> &isCancelled);

} // namespace pipeglass::ui
