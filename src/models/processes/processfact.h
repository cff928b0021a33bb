// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"

namespace pipeglass::models {

/// A child row of a .NET process. Names are escaped. A value.
struct ProcessFact {
    enum class Kind { Serves, ClientOf, AnonymousPipe, Diagnostics, TemporaryDirectory };

    Kind kind = Kind::Serves;
    /// With `kind` and `nth`, identifies the row: the path of a pipe, or the inode of an anonymous one.
    QByteArray id;
    int nth = 0; ///< number among equal kind and id: a process may connect to a pipe twice
    QString title;
    QString what;
    std::optional<ProcessInfo> other; ///< the other end, if there is one and it is visible
    catalog::PipeEntryPtr pipe; ///< null if the row is not about a pipe

    [[nodiscard]] bool isSame(const ProcessFact &later) const; ///< the same row, maybe with other content
    /// Equal content, and the same pipe in the same state.
    friend bool operator==(const ProcessFact &a, const ProcessFact &b);
};

/// In display order, which is total, so that two results can be merged.
[[nodiscard]] std::vector<ProcessFact> processFacts(const catalog::DotNetProcess &process);
[[nodiscard]] bool factLess(const ProcessFact &a, const ProcessFact &b);

} // namespace pipeglass::models
