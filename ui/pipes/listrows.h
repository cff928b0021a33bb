// SPDX-License-Identifier: MIT
#pragma once

#include "models/pipelistmodel.h"

namespace pipeglass::ui {

// Rows of the list of pipes that are asked for by more than a path; -1 where there is none.

/// Of this pipe, or of the one that has its name now.
[[nodiscard]] int rowOf(const models::PipeListModel &list, const catalog::PipeEntry &entry);
/// Among those of this path, the one that this process serves.
[[nodiscard]] int rowServedBy(const models::PipeListModel &list, const QByteArray &path, qint64 pid);
/// Dead sockets of .NET pipes in our own namespace that belong to whoever runs the program.
[[nodiscard]] std::vector<catalog::PipeEntryPtr> ownStale(const models::PipeListModel &list);

} // namespace pipeglass::ui
