// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipehistory.h"

namespace pipeglass::models {

/// A row of the list of pipes: one as it is, or, when it is gone, as it was seen last.
struct PipeRow {
    catalog::PipeEntryPtr entry; ///< never null
    QString name; ///< escaped; kept because sorting asks for it over and over
    std::optional<catalog::PipeHistory::Record> past; ///< what happened at its path, as far as somebody watched
    std::optional<Timestamp> gone; ///< since when
    mutable QString filterText; ///< kept when somebody filters, for each letter asks all rows again
};

} // namespace pipeglass::models
