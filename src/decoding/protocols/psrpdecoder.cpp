// SPDX-License-Identifier: MIT
#include "decoding/protocols/psrpdecoder.h"

#include "decoding/fields.h"

#include <QXmlStreamReader>

namespace pipeglass::decoding {

namespace {

/// PowerShell writes it before the text of each message.
constexpr QByteArrayView psrpMark("\xEF\xBB\xBF");

constexpr NamedNumber psrpDestinations[] = { { 1, "client" }, { 2, "server" } };

constexpr NamedNumber psrpTypes[] = {
    { 0x00010002, "SessionCapability" },
    { 0x00010004, "InitRunspacePool" },
    { 0x00010005, "PublicKey" },
    { 0x00010006, "EncryptedSessionKey" },
    { 0x00010007, "PublicKeyRequest" },
    { 0x00010008, "ConnectRunspacePool" },
    { 0x00021002, "SetMaxRunspaces" },
    { 0x00021003, "SetMinRunspaces" },
    { 0x00021004, "RunspaceAvailability" },
    { 0x00021005, "RunspacePoolStateInfo" },
    { 0x00021006, "CreatePowerShell" },
    { 0x00021007, "GetAvailableRunspaces" },
    { 0x00021008, "UserEvent" },
    { 0x00021009, "ApplicationPrivateData" },
    { 0x0002100a, "GetCommandMetadata" },
    { 0x00021100, "RunspacePoolHostCall" },
    { 0x00021101, "RunspacePoolHostResponse" },
    { 0x00041002, "PipelineInput" },
    { 0x00041003, "EndOfPipelineInput" },
    { 0x00041004, "PipelineOutput" },
    { 0x00041005, "ErrorRecord" },
    { 0x00041006, "PipelineStateInfo" },
    { 0x00041007, "DebugRecord" },
    { 0x00041008, "VerboseRecord" },
    { 0x00041009, "WarningRecord" },
    { 0x00041010, "ProgressRecord" },
    { 0x00041011, "InformationRecord" },
    { 0x00041100, "PipelineHostCall" },
    { 0x00041101, "PipelineHostResponse" },
};

bool psrpMessage(QByteArrayView bytes, TreeBuilder &tree)
{
    Fields fields(bytes, tree);
    fields.open(QString(), "message");
    (void)fields.choice<quint32>("destination", psrpDestinations);
    (void)fields.choice<quint32>("type", psrpTypes);
    fields.guid("runspacePool");
    fields.guid("pipeline");
    if (fields.ok() && fields.in().rest().startsWith(psrpMark))
        (void)fields.in().take(psrpMark.size());
    if (fields.ok() && !fields.atEnd())
        (void)fields.utf8("data", static_cast<quint64>(fields.in().left()));
    return fields.finish();
}

/// Fragments, and after the last one of an object its message, if the first one is here too.
bool fragments(QByteArrayView bytes, TreeBuilder &tree)
{
    constexpr quint8 isStart = 1;
    constexpr quint8 isEnd = 2;
    QByteArray object;
    bool hasStart = false;
    Fields fields(bytes, tree);
    fields.open(QString(), "fragments");
    while (fields.ok() && !fields.atEnd()) {
        fields.open(QStringLiteral("fragment"), "fragment");
        (void)fields.big<quint64>("objectId");
        (void)fields.big<quint64>("fragmentId");
        const auto flags = fields.little<quint8>("flags");
        const auto size = fields.big<quint32>("size");
        if ((flags & isStart) != 0) {
            object.clear();
            hasStart = true;
        }
        const qsizetype start = fields.in().at();
        object.append(fields.in().take(size));
        if (fields.ok() && hasStart && (flags & isEnd) != 0) {
            tree.text(QStringLiteral("content"), "psrp", QString(), start, fields.in().at());
            (void)tree.nest(object, QStringLiteral("message"), [&] { return psrpMessage(object, tree); });
        }
        fields.close();
    }
    return fields.finish();
}

} // namespace

bool PsrpDecoder::mayBe(QByteArrayView payload) const
{
    return payload.startsWith("<Data ") && payload.contains("PSGuid=");
}

bool PsrpDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    QXmlStreamReader reader(payload.toByteArray());
    if (!reader.readNextStartElement())
        return false;
    tree.open(reader.name().toString(), "element", 0);
    for (const QXmlStreamAttribute &one : reader.attributes())
        tree.text(one.name().toString(), "attribute", one.value().toString(), 0, payload.size());
    const QByteArray base64 = reader.readElementText().toLatin1();
    if (!reader.hasError() && !base64.isEmpty()) {
        const qsizetype start = qMax(qsizetype{ 0 }, payload.indexOf('>') + 1);
        const qsizetype end = qMax(start, payload.indexOf('<', start));
        const QByteArray bytes = QByteArray::fromBase64(base64);
        tree.text(QStringLiteral("data"), "base64", QString(), start, end);
        (void)tree.nest(bytes, QStringLiteral("fragments"), [&] { return fragments(bytes, tree); });
    }
    if (reader.hasError()) {
        tree.stop({}, payload.size());
        return false;
    }
    tree.close(payload.size());
    return true;
}

} // namespace pipeglass::decoding
