// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "framing/guess.h"
#include "widgets/sourceeditor.h"

namespace pipeglass::ui {

/// What a format makes of the first bytes of a conversation.
struct FormatPreview {
    struct Piece {
        Side from = Side::Client;
        qsizetype offset = 0; ///< in the stream of that side
        framing::Frame frame;
        bool isIncomplete = false; ///< what was held for the next message
    };

    QString problem; ///< why the text is no framing; empty: it is one
    std::optional<TextPlace> problemAt;
    QByteArray name; ///< of the format
    bool hasMessages = false; ///< it describes messages, which can be decoded
    decoding::DecoderRegistryPtr decoders; ///< with the format; null: the text is wrong
    std::vector<Piece> pieces; ///< the client's, then the server's
    bool isCut = false; ///< there are more pieces
};

/// Bounded by the size of the sample. Any thread.
[[nodiscard]] FormatPreview previewOf(const QByteArray &text, const framing::StreamSample &sample);

} // namespace pipeglass::ui
