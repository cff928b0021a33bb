// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"

namespace pipeglass::models {

/// One thing that is known of a .NET process, as a row beneath it. Text of strangers is escaped. A value.
struct ProcessFact {
    enum class Kind { Serves, ClientOf, AnonymousPipe, Diagnostics, TemporaryDirectory };

    Kind kind = Kind::Serves;
    /// With `kind`, which of the rows it is over time: the path of a pipe, the inode of an anonymous one.
    QByteArray id;
    int nth = 0; ///< of those with the same kind and id: a process may connect to one pipe twice
    QString title;
    QString what;
    std::optional<ProcessInfo> other; ///< who is at the other end, where there is one and it may be seen
    catalog::PipeEntryPtr pipe; ///< the pipe it is about; null for the rest

    [[nodiscard]] bool isSame(const ProcessFact &later) const; ///< the same row, whatever it says now
    /// Says the same, and of the same pipe in the same state.
    friend bool operator==(const ProcessFact &a, const ProcessFact &b);
};

/// In the order in which they are shown: a total one, so that two looks at a process can be merged.
[[nodiscard]] std::vector<ProcessFact> processFacts(const catalog::DotNetProcess &process);
[[nodiscard]] bool factLess(const ProcessFact &a, const ProcessFact &b);

} // namespace pipeglass::models
