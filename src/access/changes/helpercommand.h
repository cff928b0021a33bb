// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "helper/request.h"

#include <QList>

namespace pipeglass::access {

/// How pipeglass-access-helper is started: a program (looked for in PATH) and its arguments.
struct HelperCommand {
    QByteArray program; ///< empty: there is none, and what takes root's rights is refused
    QList<QByteArray> arguments;

    /// pkexec with the helper where it was installed; empty if it is not there.
    [[nodiscard]] static HelperCommand installed();
};

/// Starts the helper, hands it the descriptor and the request, and waits for its answer: as long as the person needs
/// to type a password, so never call this in the window's thread. Fails with HelperFailed.
[[nodiscard]] Result<helper::Answer>
askHelper(const HelperCommand &command, int fd, const helper::Request &request, const QByteArray &subject);

} // namespace pipeglass::access
