// SPDX-License-Identifier: MIT
#include "formats/formatdecoder.h"

#include "decoding/text/jsonvalue.h"
#include "formats/formattext.h"
#include "formats/reading/jsonvalues.h"
#include "formats/reading/treevalues.h"
#include "formats/writing/messagewriter.h"

namespace pipeglass::formats {

FormatDecoder::FormatDecoder(FormatPtr format)
    : Decoder(format->name.constData())
    , m_format(std::move(format))
{
}

/// Of the sender; if it is not known, or its messages are not described, of the other side.
const Program *FormatDecoder::programFor(const decoding::Hint &hint) const
{
    const Side from = hint.from.value_or(Side::Client);
    const ProgramPtr &own = m_format->message[from];
    return own ? own.get() : hint.from ? nullptr : m_format->message[otherSide(from)].get();
}

bool FormatDecoder::decode(QByteArrayView payload, const decoding::Hint &hint, decoding::TreeBuilder &tree) const
{
    const Program *program = programFor(hint);
    return program != nullptr && readTree(*program, payload, tree);
}

Result<QByteArray> FormatDecoder::toText(QByteArrayView payload, const decoding::Hint &hint) const
{
    const Program *program = programFor(hint);
    if (program == nullptr)
        return failure(
            ErrorCode::InvalidArgument, id(), FormatText::tr("the format does not describe the messages of this side"));
    return readJson(*program, payload);
}

Result<QByteArray> FormatDecoder::fromText(const QByteArray &text, const decoding::Hint &hint, qsizetype *errorAt) const
{
    if (const auto values = decoding::parseJson(text); !values)
        return failure(ErrorCode::MessageNotEncodable, {}, decoding::textError(text, values.error(), errorAt).detail);
    const Program *program = programFor(hint);
    if (program == nullptr)
        return failure(
            ErrorCode::InvalidArgument, id(), FormatText::tr("the format does not describe the messages of this side"));
    return writeMessage(*program, text);
}

} // namespace pipeglass::formats
