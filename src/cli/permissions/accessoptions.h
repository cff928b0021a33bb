// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"
#include "catalog/scanning/scanner.h"
#include "cli/arguments/arguments.h"

namespace pipeglass::cli {

/// What `pipeglass access` was asked to do.
struct AccessOptions {
    enum class Job { Ask, ListAccessible, Change, Undo, Journal };

    Job job = Job::Ask;
    QByteArray name; ///< of the pipe; empty for ListAccessible, Undo and Journal
    std::optional<QByteArray> as; ///< who asks; nothing: me
    QByteArray accessibleTo; ///< whose pipes are listed
    std::vector<QByteArray> directories; ///< where those are looked for; empty: as for the list
    catalog::Scope scope = catalog::Scope::Pipes;
    bool namespaces = false;
    access::ChangeRequest request;
    quint32 undo = 0; ///< the change to take back; 0: the newest
    bool force = false; ///< with what was changed since
    bool dryRun = false;
    bool keep = false;
    bool json = false;
};

/// Fails with InvalidArgument (flags that do not go together, a value that makes no sense) or UnknownAccount.
[[nodiscard]] Result<AccessOptions> accessOptions(const Arguments &arguments);

} // namespace pipeglass::cli
