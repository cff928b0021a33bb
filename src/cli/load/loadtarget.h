// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sockets/destination.h"

namespace pipeglass::cli {

/// The pipe that many clients connect to. A server that makes its socket file anew is followed by its name.
class LoadTarget {
public:
    LoadTarget() = default;
    explicit LoadTarget(engine::Destination destination)
        : m_destination(std::move(destination))
    {
    }

    [[nodiscard]] const QByteArray &path() const { return m_destination.file.path; }
    /// A connected socket, non-blocking. Fails with BacklogFull, NobodyListening, NoSuchPipe (all of which may pass),
    /// PermissionDenied, WrongSocketType, OutOfDescriptors, System.
    [[nodiscard]] Result<UniqueFd> connect();

private:
    void openAgain();

    engine::Destination m_destination;
};

} // namespace pipeglass::cli
