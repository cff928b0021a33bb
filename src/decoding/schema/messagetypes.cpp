// SPDX-License-Identifier: MIT
#include "decoding/schema/messagetypes.h"

#include "core/files/readfile.h"
#include "decoding/schema/messagefit.h"
#include "decoding/text/jsonvalue.h"

#include <QList>

#include <algorithm>
#include <limits>

#include <unistd.h>

namespace pipeglass::decoding {

MessageTypes::Types MessageTypes::typesOf(QByteArrayView payload, std::optional<Side> from) const
{
    if (const MessageType *type = chosenFor(from))
        return { type };
    // With very many types, or a long message, only some of them are compared.
    constexpr qsizetype workOfType = 256;
    qsizetype work = qsizetype{ 16 } << 20U;
    Types best;
    MessageFit bestFit{ 0, std::numeric_limits<int>::max() };
    for (const MessageType *type : schema->types()) {
        work -= payload.size() + workOfType;
        if (work < 0)
            break;
        const auto fit = fitOf(payload, *type, bestFit.unknown);
        if (!fit || fit->known == 0)
            continue;
        const bool isEqual = fit->unknown == bestFit.unknown && fit->known == bestFit.known;
        const bool isBetter =
            fit->unknown < bestFit.unknown || (fit->unknown == bestFit.unknown && fit->known > bestFit.known);
        if (isBetter) {
            best.clear();
            bestFit = *fit;
        }
        if (isBetter || isEqual)
            best.push_back(type);
    }
    return outermost(best);
}

MessageTypes::Types MessageTypes::outermost(const Types &types)
{
    Types outer;
    std::ranges::copy_if(types, std::back_inserter(outer), [](const MessageType *one) { return !one->isUsed; });
    return outer.empty() ? types : outer;
}

QByteArray MessageTypes::namesOf(const Types &types)
{
    constexpr size_t mostNames = 20;
    QByteArray names;
    for (size_t at = 0; at < types.size() && at < mostNames; ++at)
        names += (at == 0 ? "" : " | ") + types[at]->name;
    return types.size() > mostNames ? names + " | ..." : names;
}

Result<MessageTypesPtr> chooseTypes(const SchemaPtr &schema, const PerSide<QByteArray> &names)
{
    auto types = std::make_shared<MessageTypes>();
    types->schema = schema;
    for (const Side side : { Side::Client, Side::Server }) {
        if (names[side].isEmpty())
            continue;
        types->chosen[side] = schema->find(names[side]);
        if (types->chosen[side] == nullptr)
            return failure(
                ErrorCode::InvalidArgument, names[side],
                trText(QT_TRANSLATE_NOOP("Decoding", "expected one of the message types %1"))
                    .arg(QString::fromLatin1(MessageTypes::namesOf(schema->types()))));
    }
    return types;
}

Result<SchemaPtr> readSchemaFile(const QByteArray &path)
{
    const Result<QByteArray> bytes = readRegularFile(path, Schema::largest);
    if (bytes)
        return Schema::read(*bytes, path);
    Error error = bytes.error();
    if (error.code == ErrorCode::InvalidArgument)
        error.detail = trText(QT_TRANSLATE_NOOP("Decoding", "expected a regular file"));
    return failure(std::move(error));
}

Result<MessageTypesPtr> openMessageTypes(const QByteArray &text)
{
    // A colon can be a part of the file's name.
    const qsizetype colon = ::access(text.constData(), F_OK) == 0 ? -1 : text.lastIndexOf(':');
    const Result<SchemaPtr> schema = readSchemaFile(text.left(colon < 0 ? text.size() : colon));
    if (!schema)
        return failure(schema.error());
    const QByteArrayList names = colon < 0 ? QByteArrayList() : text.sliced(colon + 1).split('/');
    if (names.isEmpty())
        return chooseTypes(*schema, {});
    return chooseTypes(*schema, { names.first(), names.last() });
}

} // namespace pipeglass::decoding
