// SPDX-License-Identifier: MIT
#include "formats/formatpreview.h"

#include "core/errortext.h"
#include "formats/format.h"
#include "formats/formatstore.h"

namespace pipeglass::ui {

namespace {

constexpr size_t mostPieces = 2000;

void cut(const framing::Framing &framing, Side from, const QByteArray &stream, FormatPreview &preview)
{
    const std::unique_ptr<framing::Framer> framer = framing.makeFramer(from);
    qsizetype offset = 0;
    for (framing::Frame &frame : framer->feed(stream)) {
        const qsizetype size = frame.wire.size();
        if (preview.pieces.size() < mostPieces)
            preview.pieces.push_back({ from, offset, std::move(frame), false });
        else
            preview.isCut = true;
        offset += size;
    }
    const Slice held = framer->takePending();
    if (!held.isEmpty() && preview.pieces.size() < mostPieces)
        preview.pieces.push_back({ from, offset, { held, 0, 0, FrameProblem::None, true }, true });
}

} // namespace

FormatPreview previewOf(const QByteArray &text, const framing::StreamSample &sample)
{
    FormatPreview preview;
    formats::Position at;
    const auto format = formats::compileFormat(text, {}, &at);
    if (!format) {
        // The sentence alone: the editor shows the line.
        const QString detail = format.error().detail.section(u'\n', 0, 0);
        preview.problem = detail.section(QLatin1String(": "), 1);
        preview.problemAt = TextPlace{ at.line, at.column };
        return preview;
    }
    const auto store = std::make_shared<const formats::FormatStore>(std::vector<QByteArray>());
    const auto framing = store->openText(text, {});
    preview.name = (*format)->name;
    preview.hasMessages = (*format)->message.client || (*format)->message.server;
    preview.decoders = std::make_shared<const decoding::DecoderRegistry>(store);
    if (!framing) {
        preview.problem = errorText(framing.error());
        return preview;
    }
    cut(**framing, Side::Client, sample.client, preview);
    cut(**framing, Side::Server, sample.server, preview);
    return preview;
}

} // namespace pipeglass::ui
