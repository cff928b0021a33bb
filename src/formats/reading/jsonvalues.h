// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "formats/steps/program.h"

namespace pipeglass::formats {

/// The values of a message as one line of JSON, the fields in their order. Bytes are hex digits, enums words. Text that
/// is not valid in its encoding, and floats that JSON does not have, are objects and strings that writeMessage() reads.
[[nodiscard]] Result<QByteArray> readJson(const Program &program, QByteArrayView payload);

} // namespace pipeglass::formats
