// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// A call of PipeMethodCalls, or its result.
class PipeMethodCallsDecoder : public Decoder {
public:
    PipeMethodCallsDecoder()
        : Decoder("pipemethodcalls")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
