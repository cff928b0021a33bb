// SPDX-License-Identifier: MIT
#include "cli/messages/decodingtext.h"

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

Flag decodeFlag()
{
    return { "--decode", "", CommandText::tr("recognize the format of messages and show their values as a tree") };
}

} // namespace pipeglass::cli
