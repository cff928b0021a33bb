// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/protocols/hpack/headerblock.h"

namespace pipeglass::decoding {

/// Where the part of a header block is in a frame of HTTP/2, without the frame's length.
struct HeaderFrame {
    quint8 type = 0;
    bool isWhole = false; ///< the block ends with it
    qsizetype promised = -1; ///< offset of a stream's number
    qsizetype priority = -1; ///< offset of the stream that this one depends on, and a weight
    qsizetype start = 0;
    qsizetype end = 0; ///< padding follows

    [[nodiscard]] static bool hasHeaders(quint8 frameType);
    /// nullopt: a frame without headers, or one that is not valid.
    [[nodiscard]] static std::optional<HeaderFrame> of(QByteArrayView frame);
    [[nodiscard]] bool isFirst() const;
};

/// The header compression of one sender of an HTTP/2 connection: what its header blocks so far have defined. May begin
/// in the middle; must get each frame after that. Bounded.
class HeaderState {
public:
    /// The block that ends with a frame; nullopt: none does, or its beginning is not known.
    struct Ended {
        QByteArray block;
        HeaderBlock headers;
    };
    std::optional<Ended> add(QByteArrayView frame);

private:
    HeaderTable m_table;
    QByteArray m_begun; ///< parts of a block
    bool m_hasBegun = false;
};

} // namespace pipeglass::decoding
