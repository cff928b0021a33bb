// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"

namespace pipeglass::access {

/// A way to let somebody connect who cannot.
struct Fix {
    QString title;
    QString command; ///< for sh, works for any name
    Effect effect;
    ChangeRequest request; ///< what it changes on the socket
    /// It changes directories too, which only the command does: Pipeglass changes nothing but sockets.
    bool needsDirectories = false;
};

/// All sensible ways, the smallest first: who gains and loses the least. Empty when the subject can connect.
[[nodiscard]] std::vector<Fix> fixesFor(const Target &target, const Subject &subject);

} // namespace pipeglass::access
