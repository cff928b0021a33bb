// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/compression.h"
#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// Compressed data; the uncompressed content is decoded below the root.
class CompressionDecoder : public Decoder {
public:
    /// `id` has static duration.
    CompressionDecoder(const char *id, bool (*isOfFormat)(QByteArrayView))
        : Decoder(id)
        , m_type(id)
        , m_isOfFormat(isOfFormat)
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override { return m_isOfFormat(payload); }
    bool decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const override
    {
        if (!m_isOfFormat(payload) || uncompressed(payload, 1).isEmpty())
            return false;
        tree.bytes(QString(), m_type, payload, 0, payload.size());
        return true;
    }

private:
    const char *m_type;
    bool (*m_isOfFormat)(QByteArrayView);
};

} // namespace pipeglass::decoding
