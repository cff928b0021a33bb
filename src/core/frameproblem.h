// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace pipeglass {

/// Why bytes of a stream are no message. The numbers stand in recordings (capture/FORMAT.md): never change one.
enum class FrameProblem : quint8 {
    None = 0, ///< they are a message
    Unspecified = 1, ///< a recording of version 1 does not say
    InvalidLength = 2, ///< a length that no message can have (negative)
    TooLarge = 3, ///< a message over the limit
    OutOfSync = 4, ///< behind an invalid length: where the next message begins cannot be told
    Incomplete = 5, ///< the stream ended inside a message
};
inline constexpr FrameProblem lastFrameProblem = FrameProblem::Incomplete;

} // namespace pipeglass
