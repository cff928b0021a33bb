// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// The output of BinaryFormatter (MS-NRBF): the header and the first records, as far as they are simple.
class NrbfDecoder : public Decoder {
public:
    NrbfDecoder()
        : Decoder("nrbf")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
