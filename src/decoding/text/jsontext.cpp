// SPDX-License-Identifier: MIT
// The text of JSON is JSON on one line: part of jsondecoder.h.
#include "core/bytetext.h"
#include "decoding/formats/jsondecoder.h"
#include "decoding/text/jsonvalue.h"

namespace pipeglass::decoding {

Result<QByteArray> JsonDecoder::toText(QByteArrayView payload, const Hint & /*hint*/) const
{
    const QByteArrayView text = payload.startsWith("\xef\xbb\xbf") ? payload.sliced(3) : payload;
    if (!parseJson(text) || !validUtf8(text))
        return failure(notOfFormat(id()));
    return compactJson(text);
}

Result<QByteArray> JsonDecoder::fromText(const QByteArray &text, const Hint & /*hint*/, qsizetype *errorAt) const
{
    if (const auto value = parseJson(text); !value)
        return failure(textError(text, value.error(), errorAt));
    return compactJson(text);
}

} // namespace pipeglass::decoding
