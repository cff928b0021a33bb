// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments/arguments.h"
#include "exporting/decodingtext.h"

namespace pipeglass::cli {

using exporting::decodingText;
using exporting::writeDecoding;

/// The decoder of `--as`, or null without it. Fails with InvalidArgument.
[[nodiscard]] Result<const decoding::Decoder *>
chosenDecoder(const Arguments &arguments, const decoding::DecoderRegistry &decoders);

/// Decodes the messages of a verb if --decode was given.
class MessageDecoder : public exporting::MessageDecoder {
public:
    MessageDecoder() = default;
    MessageDecoder(const Arguments &arguments, const decoding::DecoderRegistry &decoders, const QByteArray &framing)
        : exporting::MessageDecoder(arguments.has("--decode") ? &decoders : nullptr, framing)
    {
    }
};

[[nodiscard]] Flag decodeFlag();

} // namespace pipeglass::cli
