// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// A line of PowerShell's remoting: fragments in base64, put together to messages with CLIXML.
class PsrpDecoder : public Decoder {
public:
    PsrpDecoder()
        : Decoder("psrp")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
