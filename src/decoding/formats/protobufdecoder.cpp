// SPDX-License-Identifier: MIT
#include "decoding/formats/protobufdecoder.h"

#include "decoding/bytecursor.h"
#include "decoding/formats/protobufwalker.h"
#include "decoding/schema/messagefit.h"
#include "decoding/schema/messagetypes.h"
#include "decoding/text/protobuftext.h"

#include <limits>

namespace pipeglass::decoding {

/// It has fields of a type, and no field that the type does not allow.
bool ProtobufDecoder::isExpected(QByteArrayView payload, const Hint &hint) const
{
    if (hint.types == nullptr || payload.isEmpty())
        return false;
    const MessageType *chosen = hint.types->chosenFor(hint.from);
    if (chosen == nullptr)
        return !hint.types->typesOf(payload, hint.from).empty();
    const auto fit = fitOf(payload, *chosen, std::numeric_limits<int>::max());
    return fit && fit->known > 0;
}

bool ProtobufDecoder::mayBe(QByteArrayView payload) const
{
    // A first field up to 15 is written in one byte.
    const auto tag = static_cast<quint8>(payload.isEmpty() ? 0 : payload[0]);
    const unsigned wireType = tag & 7U;
    return payload.size() >= 2 && tag >= 8 && tag < 0x80 && wireType != 3 && wireType != 4 && wireType < 6;
}

bool ProtobufDecoder::decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const
{
    const auto types = hint.types ? hint.types->typesOf(payload, hint.from) : MessageTypes::Types();
    const char *name = "message";
    if (!types.empty()) {
        const auto names = std::make_shared<const QByteArray>(MessageTypes::namesOf(types));
        name = names->constData();
        tree.keep(names);
        tree.keep(hint.types);
    }
    tree.open(QString(), name, 0);
    ByteCursor in(payload);
    const MessageType *type = types.empty() ? nullptr : types.front();
    // Nothing is a message too, but not a reason to take it for one.
    if ((!payload.isEmpty() || type != nullptr) && ProtobufWalker(tree).message(in, 0, type)) {
        tree.close(payload.size());
        return true;
    }
    tree.stop(in.rest(), in.at());
    return false;
}

Result<QByteArray> ProtobufDecoder::toText(QByteArrayView payload, const Hint &hint) const
{
    const auto types = hint.types ? hint.types->typesOf(payload, hint.from) : MessageTypes::Types();
    const auto text = protobufText(payload, types.empty() ? nullptr : types.front());
    return text ? Result<QByteArray>(*text) : failure(notOfFormat(id()));
}

Result<QByteArray> ProtobufDecoder::fromText(const QByteArray &text, const Hint &hint, qsizetype *errorAt) const
{
    return hint.types ? protobufFromText(text, *hint.types, hint.from, errorAt) : protobufFromText(text, errorAt);
}

} // namespace pipeglass::decoding
