// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/deletion.h"

namespace pipeglass::cleaning {

/// The configuration line that makes a cleaner keep a file.
struct Exclusion {
    QByteArray file; ///< "/etc/tmpfiles.d/pipeglass.conf"
    QByteArray line; ///< "x /tmp/CoreFxPipe_pipe_test1", without a line end
    QString words; ///< one sentence with both, for display
};

/// For the file at `path` (absolute) and the rule that would delete it. Pattern characters and bytes that a
/// configuration line cannot contain are replaced by `?`, so the line may match other names too.
[[nodiscard]] Exclusion exclusionOf(const QByteArray &path, const Deletion &deletion);

} // namespace pipeglass::cleaning
