// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"
#include "catalog/scanning/scanner.h"
#include "cli/arguments/arguments.h"

namespace pipeglass::cli {

/// The job of `pipeglass access`.
struct AccessOptions {
    enum class Job { Ask, ListAccessible, Change, Undo, Journal };

    Job job = Job::Ask;
    QByteArray name; ///< of the pipe; empty for ListAccessible, Undo and Journal
    std::optional<QByteArray> as; ///< the subject; nullopt: this process
    QByteArray accessibleTo; ///< whose pipes are listed
    std::vector<QByteArray> directories; ///< for ListAccessible; empty: as for the list
    catalog::Scope scope = catalog::Scope::Pipes;
    bool namespaces = false;
    access::ChangeRequest request;
    quint32 undo = 0; ///< the change to undo; 0: the newest
    bool force = false; ///< also reverts later changes
    bool dryRun = false;
    bool keep = false;
    bool json = false;
};

/// Fails with InvalidArgument (conflicting flags, invalid values) or UnknownAccount.
[[nodiscard]] Result<AccessOptions> accessOptions(const Arguments &arguments);

} // namespace pipeglass::cli
