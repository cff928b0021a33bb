// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// Diagnostics packets of the .NET runtime, with or without the magic and size that the framing takes off.
class DotNetIpcDecoder : public Decoder {
public:
    DotNetIpcDecoder()
        : Decoder("dotnet-ipc")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
