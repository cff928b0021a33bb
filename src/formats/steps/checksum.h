// SPDX-License-Identifier: MIT
#pragma once

#include "formats/steps/program.h"

#include <QByteArrayView>

namespace pipeglass::formats {

[[nodiscard]] quint64 checksumOf(Checksum kind, QByteArrayView bytes);

} // namespace pipeglass::formats
