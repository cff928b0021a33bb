// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pipeglass::decoding {

/// Whether bytes begin like gzip or zlib data.
[[nodiscard]] bool isDeflated(QByteArrayView bytes);
/// Whether bytes begin like a frame of Zstandard.
[[nodiscard]] bool isZstd(QByteArrayView bytes);
[[nodiscard]] inline bool isCompressed(QByteArrayView bytes) { return isDeflated(bytes) || isZstd(bytes); }
/// The uncompressed bytes, at most `limit`; empty if the data are invalid.
[[nodiscard]] QByteArray uncompressed(QByteArrayView bytes, qsizetype limit);

} // namespace pipeglass::decoding
