// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace pipeglass {

/// Why bytes of a stream are not a message. The numbers are stored in recordings (capture/FORMAT.md): never change one.
enum class FrameProblem : quint8 {
    None = 0, ///< the bytes are a message
    Unspecified = 1, ///< a recording of version 1 does not say
    InvalidLength = 2, ///< a negative length
    TooLarge = 3, ///< a message over the limit
    OutOfSync = 4, ///< bytes after an invalid message: the start of the next message is unknown
    Incomplete = 5, ///< the stream ended inside a message
    InvalidSyntax = 6, ///< bytes that the framing does not allow, such as an unknown header
};
inline constexpr FrameProblem lastFrameProblem = FrameProblem::InvalidSyntax;

} // namespace pipeglass
