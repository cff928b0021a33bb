// SPDX-License-Identifier: MIT
#include "cli/messages/decodingtext.h"

#include "cli/arguments/values.h"
#include "cli/commandtext.h"

#include <QStringList>

namespace pipeglass::cli {

Result<const decoding::Decoder *> chosenDecoder(const Arguments &arguments, const decoding::DecoderRegistry &decoders)
{
    const auto id = arguments.last("--as");
    if (!id)
        return nullptr;
    if (id->startsWith('@') && decoders.files() != nullptr)
        return decoders.files()->openDecoder(id->sliced(1));
    if (const decoding::Decoder *found = decoders.find(*id))
        return found;
    QStringList ids;
    for (const auto &decoder : decoders.all())
        ids += QString::fromLatin1(decoder->id());
    for (const QByteArray &described :
         decoders.files() == nullptr ? std::vector<QByteArray>() : decoders.files()->ids())
        ids += QString::fromUtf8(described);
    ids.removeDuplicates();
    return failure(
        ErrorCode::InvalidArgument, *id,
        CommandText::tr("expected one of %1, or @FILE").arg(ids.join(QLatin1String(", "))));
}

Result<decoding::MessageTypesPtr> chosenTypes(const Arguments &arguments)
{
    return valueOr(arguments.last("--proto"), decoding::openMessageTypes, decoding::MessageTypesPtr());
}

Result<MessageDecoder>
messageDecoder(const Arguments &arguments, const decoding::DecoderRegistry &decoders, const QByteArray &framing)
{
    const bool isEncoded = arguments.last("--as") == QByteArray("protobuf");
    if (arguments.has("--proto") && !arguments.has("--decode") && !isEncoded)
        return failure(ErrorCode::InvalidArgument, QByteArrayLiteral("--proto"), CommandText::tr("requires --decode"));
    auto types = chosenTypes(arguments);
    if (!types)
        return failure(types.error());
    return MessageDecoder(arguments.has("--decode") ? &decoders : nullptr, framing, *std::move(types));
}

Flag protoFlag()
{
    return { "--proto", "FILE",
             CommandText::tr("types of protobuf, from protoc --descriptor_set_out; FILE:MESSAGE names one") };
}

Flag decodeFlag()
{
    return { "--decode", "", CommandText::tr("recognize the format of messages and show their values as a tree") };
}

} // namespace pipeglass::cli
