// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "helper/request.h"

#include <QList>

namespace pipeglass::access {

/// The command that starts pipeglass-access-helper: a program (searched in PATH) and its arguments.
struct HelperCommand {
    QByteArray program; ///< empty: not available; changes that need root's rights are refused
    QList<QByteArray> arguments;

    /// pkexec with the installed helper; empty if it is not installed.
    [[nodiscard]] static HelperCommand installed();
};

/// Starts the helper, sends it the descriptor and the request, and waits for the answer, which may include a password
/// prompt: never call it in the window's thread. Fails with HelperFailed.
[[nodiscard]] Result<helper::Answer>
askHelper(const HelperCommand &command, int fd, const helper::Request &request, const QByteArray &subject);

} // namespace pipeglass::access
