// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "formats/steps/program.h"

#include <QByteArrayView>

namespace pipeglass::formats {

/// Whether frames of this program can be written around any payload: every other field has a fixed or default value, or
/// follows from the payload. True too where the payload is the whole frame.
[[nodiscard]] bool canWriteFrames(const Program &program);

/// The frame with this payload. The caller checks that it is read as one frame with that payload.
[[nodiscard]] Result<QByteArray> writeFrame(const Program &program, QByteArrayView payload);

} // namespace pipeglass::formats
