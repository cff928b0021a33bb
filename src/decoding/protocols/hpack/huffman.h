// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pipeglass::decoding {

/// The text of a string in the Huffman code of HPACK (RFC 7541, appendix B). nullopt: not valid.
[[nodiscard]] std::optional<QByteArray> fromHuffman(QByteArrayView bytes);

} // namespace pipeglass::decoding
