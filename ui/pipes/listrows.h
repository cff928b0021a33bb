// SPDX-License-Identifier: MIT
#pragma once

#include "models/pipelistmodel.h"

namespace pipeglass::ui {

// Finds rows by more than the path; -1 if there is none.

/// The row of this pipe, or of the pipe that has its name now.
[[nodiscard]] int rowOf(const models::PipeListModel &list, const catalog::PipeEntry &entry);
/// The row of this path that is served by this process.
[[nodiscard]] int rowServedBy(const models::PipeListModel &list, const QByteArray &path, qint64 pid);
/// Stale .NET pipes of the user in our own namespace.
[[nodiscard]] std::vector<catalog::PipeEntryPtr> ownStale(const models::PipeListModel &list);

} // namespace pipeglass::ui
