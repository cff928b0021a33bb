// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "formats/steps/program.h"

namespace pipeglass::formats {

/// The bytes of a message from its values in JSON, as readJson() writes them. Sizes, counts and checksums that follow
/// from other fields are computed, whether they are given or not. Numbers with a default may be missing. Fails with
/// MessageNotEncodable.
[[nodiscard]] Result<QByteArray> writeMessage(const Program &program, const QByteArray &json);

} // namespace pipeglass::formats
