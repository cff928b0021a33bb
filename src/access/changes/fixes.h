// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"

namespace pipeglass::access {

/// A change that lets a subject connect.
struct Fix {
    QString title;
    QString command; ///< for sh, quoted for any file name
    Effect effect;
    ChangeRequest request; ///< the part that changes the socket
    /// Needs changed directories too. Only the command does that: Pipeglass itself changes sockets only.
    bool needsDirectories = false;
};

/// Possible fixes, ordered by the number of principals that gain or lose access. Empty if the subject can connect.
[[nodiscard]] std::vector<Fix> fixesFor(const Target &target, const Subject &subject);

} // namespace pipeglass::access
