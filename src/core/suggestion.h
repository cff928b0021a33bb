// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <vector>

namespace pipeglass {

/// The known word closest to `typed`, for "did you mean"; empty if none is close enough. Compares bytes.
[[nodiscard]] QByteArrayView nearest(QByteArrayView typed, const std::vector<QByteArrayView> &known);

} // namespace pipeglass
