// SPDX-License-Identifier: MIT
#include "decoding/protocols/nerdbankdecoder.h"

#include "decoding/fields.h"
#include "decoding/formats/messagepackdecoder.h"

namespace pipeglass::decoding {

namespace {

constexpr QByteArrayView nerdbankMagic("\x2f\xdf\x1d\x50");
constexpr qsizetype nerdbankHandshakeSize = 20;

constexpr NamedNumber nerdbankCodes[] = {
    { 0, "Offer" },
    { 1, "OfferAccepted" },
    { 2, "Content" },
    { 3, "ContentWritingCompleted" },
    { 4, "ChannelTerminated" },
    { 5, "ContentProcessed" },
};

} // namespace

bool NerdbankDecoder::mayBe(QByteArrayView payload) const
{
    return payload.size() == nerdbankHandshakeSize && payload.startsWith(nerdbankMagic);
}

bool NerdbankDecoder::decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const
{
    Fields fields(payload, tree);
    if (mayBe(payload)) {
        fields.open(QString(), "handshake");
        (void)fields.bytes("magic", static_cast<quint64>(nerdbankMagic.size()));
        (void)fields.bytes("random", static_cast<quint64>(fields.in().left()));
        return fields.finish();
    }
    if (payload.isEmpty() || nameOf(nerdbankCodes, static_cast<quint8>(payload.front())) == nullptr)
        return MessagePackDecoder().decode(payload, hint, tree);
    fields.open(QString(), "frame");
    (void)fields.choice<quint8>("code", nerdbankCodes);
    (void)fields.big<qint32>("channel");
    const auto size = fields.big<quint16>("size");
    (void)fields.bytes("content", size);
    return fields.finish();
}

} // namespace pipeglass::decoding
