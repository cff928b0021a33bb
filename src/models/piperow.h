// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipehistory.h"

namespace pipeglass::models {

/// A row of the list of pipes; for a removed pipe its last state.
struct PipeRow {
    catalog::PipeEntryPtr entry; ///< never null
    QString name; ///< escaped; cached for sorting
    std::optional<catalog::PipeHistory::Record> past; ///< history of its path, if it was watched
    std::optional<Timestamp> gone; ///< when it was removed
    mutable QString filterText; ///< cached while filtering
};

} // namespace pipeglass::models
