// SPDX-License-Identifier: MIT
#pragma once

#include "compare/blocks.h"

#include <QByteArrayView>

namespace pipeglass::compare {

/// Where two payloads are equal. Equal parts of fewer than three bytes between differences are taken for chance.
[[nodiscard]] Blocks compareBytes(QByteArrayView left, QByteArrayView right, const std::atomic<bool> *isCancelled = {});

/// The position of the first byte that differs; the size of the shorter one if that is the start of the longer one;
/// -1: equal.
[[nodiscard]] qsizetype firstDifference(QByteArrayView left, QByteArrayView right);

} // namespace pipeglass::compare
