// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/deletion.h"

namespace pipeglass::cleaning {

/// What to write where, so that a cleaner leaves a file alone.
struct Exclusion {
    QByteArray file; ///< "/etc/tmpfiles.d/pipeglass.conf"
    QByteArray line; ///< "x /tmp/CoreFxPipe_pipe_test1", without a line end
    QString words; ///< one sentence that says both, fit to show
};

/// For the file at `path` (absolute), against the rule that would delete it. Bytes that mean something to the cleaner's
/// patterns, or that a configuration line cannot hold, are replaced by `?`, so the line may fit a few other names too.
[[nodiscard]] Exclusion exclusionOf(const QByteArray &path, const Deletion &deletion);

} // namespace pipeglass::cleaning
