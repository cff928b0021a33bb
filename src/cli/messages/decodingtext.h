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

/// The types of --proto, or null without it. Fails with InvalidArgument, or if the file cannot be read.
[[nodiscard]] Result<decoding::MessageTypesPtr> chosenTypes(const Arguments &arguments);

using exporting::MessageDecoder;

/// Decodes the messages of a verb if --decode was given, with the types of --proto.
[[nodiscard]] Result<MessageDecoder>
messageDecoder(const Arguments &arguments, const decoding::DecoderRegistry &decoders, const QByteArray &framing);

[[nodiscard]] Flag decodeFlag();
[[nodiscard]] Flag protoFlag();

} // namespace pipeglass::cli
