// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

namespace pipeglass::programs {

/// Connects a socket that somebody else made, and that is not connected yet, to a new one of ours. One thread at a
/// time.
class SocketPairing {
public:
    /// Listens without a name, so that nobody else can connect. May block. Fails as openTapDirectory() and bind() do.
    [[nodiscard]] static Result<SocketPairing> create();

    /// The other end, non-blocking. Fails as connect() and accept() do; `socket` is not connected then.
    [[nodiscard]] Result<UniqueFd> pair(int socket);

private:
    SocketPairing() = default;

    UniqueFd m_listener;
    UniqueFd m_file; ///< O_PATH: what is dialled
    UniqueFd m_reserved; ///< keeps a descriptor free for accept()
};

} // namespace pipeglass::programs
