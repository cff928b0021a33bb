// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <vector>

namespace pipeglass {

/// The known word that somebody probably meant, or an empty view where none is near. Compares bytes.
[[nodiscard]] QByteArrayView nearest(QByteArrayView typed, const std::vector<QByteArrayView> &known);

} // namespace pipeglass
