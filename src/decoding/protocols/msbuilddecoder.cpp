// SPDX-License-Identifier: MIT
#include "decoding/protocols/msbuilddecoder.h"

#include "decoding/fields.h"

namespace pipeglass::decoding {

namespace {

constexpr quint32 handshakeEnd = 0xd5d5d5d6;

constexpr NamedNumber packetTypes[] = {
    { 0x00, "NodeConfiguration" },
    { 0x01, "BuildRequestConfiguration" },
    { 0x02, "BuildRequestConfigurationResponse" },
    { 0x03, "ProjectLoadInfo" },
    { 0x04, "BuildRequestBlocker" },
    { 0x05, "BuildRequestUnblocker" },
    { 0x06, "BuildRequest" },
    { 0x07, "BuildResult" },
    { 0x08, "LogMessage" },
    { 0x09, "NodeBuildComplete" },
    { 0x0a, "NodeShutdown" },
    { 0x0b, "TaskHostConfiguration" },
    { 0x0c, "TaskHostTaskComplete" },
    { 0x0d, "TaskHostTaskCancelled" },
    { 0x0e, "ResolveSdkRequest" },
    { 0x0f, "ResolveSdkResponse" },
    { 0x10, "ResourceRequest" },
    { 0x11, "ResourceResponse" },
    { 0x12, "FileAccessReport" },
    { 0x13, "ProcessReport" },
    { 0x3c, "ServerNodeBuildCommand" },
    { 0x3d, "ServerNodeBuildResult" },
    { 0x3e, "ServerNodeConsoleWrite" },
    { 0x3f, "ServerNodeBuildCancel" },
};

bool isHandshake(QByteArrayView payload)
{
    return payload.size() >= 4 && payload.size() % 4 == 0
        && qFromBigEndian<quint32>(payload.data() + payload.size() - 4) == handshakeEnd;
}

bool handshake(Fields &fields)
{
    constexpr const char *names[] = { "options", "salt", "major", "minor", "build", "private", "session" };
    const bool isReply = fields.in().bytes().size() <= 8;
    for (const char *name : names) {
        if (fields.in().left() <= 4)
            break;
        (void)fields.big<qint32>(isReply && fields.in().left() == 8 ? "packetVersion" : name);
    }
    while (fields.in().left() > 4)
        (void)fields.big<qint32>("field");
    (void)fields.big<quint32>("end");
    return fields.finish();
}

} // namespace

bool MsBuildDecoder::mayBe(QByteArrayView payload) const { return isHandshake(payload); }

bool MsBuildDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    constexpr quint8 extended = 0x40;
    Fields fields(payload, tree);
    if (isHandshake(payload)) {
        fields.open(QString(), "handshake");
        return handshake(fields);
    }
    if (payload.size() == 4) {
        fields.open(QString(), "refusal");
        (void)fields.big<qint32>("differentField");
        return fields.finish();
    }
    fields.open(QString(), "packet");
    const auto type = fields.in().byte();
    fields.named("type", type, nameOf(packetTypes, type & 0x3fU), 0);
    const auto size = fields.little<qint32>("length");
    if (size != fields.in().left()) {
        tree.stop(fields.in().rest(), fields.in().at());
        return false;
    }
    if ((type & extended) != 0)
        (void)fields.little<quint8>("version");
    fields.rest("body");
    return fields.finish();
}

} // namespace pipeglass::decoding
