// SPDX-License-Identifier: MIT
// The type of a message that is written: part of protobuftext.h.
#include "decoding/schema/messagetypes.h"
#include "decoding/text/protobufencoder.h"
#include "decoding/text/protobuftext.h"

#include <algorithm>

namespace pipeglass::decoding {

namespace {

bool hasFields(const MessageType &type, const JsonValue &root)
{
    return std::ranges::all_of(
        root.members, [&type](const JsonMember &one) { return type.find(QByteArrayView(one.name)) != nullptr; });
}

} // namespace

Result<QByteArray> protobufFromText(const QByteArray &text, qsizetype *errorAt)
{
    return ProtobufEncoder(nullptr).encode(text, errorAt);
}

Result<QByteArray>
protobufFromText(const QByteArray &text, const MessageTypes &types, std::optional<Side> from, qsizetype *errorAt)
{
    if (const MessageType *type = types.chosenFor(from))
        return ProtobufEncoder(type).encode(text, errorAt);
    const auto root = parseJson(text);
    if (!root)
        return failure(textError(text, root.error(), errorAt));
    if (root->members.empty())
        return ProtobufEncoder(nullptr).encode(text, *root, errorAt);
    MessageTypes::Types named;
    std::ranges::copy_if(types.schema->types(), std::back_inserter(named), [&](const MessageType *one) {
        return hasFields(*one, *root);
    });
    MessageTypes::Types possible;
    std::ranges::copy_if(named, std::back_inserter(possible), [&](const MessageType *one) {
        return ProtobufEncoder(one).encode(text, *root, nullptr).has_value();
    });
    possible = MessageTypes::outermost(possible);
    if (possible.size() == 1)
        return ProtobufEncoder(possible.front()).encode(text, *root, errorAt);
    if (possible.empty() && named.size() == 1) // for its error
        return ProtobufEncoder(named.front()).encode(text, *root, errorAt);
    const QString names =
        QString::fromLatin1(MessageTypes::namesOf(possible.empty() ? types.schema->types() : possible));
    const char *problem = possible.empty()
        ? QT_TRANSLATE_NOOP("Decoding", "none of the message types has all these fields: %1")
        : QT_TRANSLATE_NOOP("Decoding", "several message types have these fields; choose one of %1");
    return failure(textError(text, { root->at, trText(problem).arg(names) }, errorAt));
}

} // namespace pipeglass::decoding
