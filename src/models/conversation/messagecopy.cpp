// SPDX-License-Identifier: MIT
#include "models/conversation/messagecopy.h"

#include "access/changes/shellcommand.h"
#include "core/bytetext.h"
#include "core/hexdump.h"
#include "text/sizetext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace pipeglass::models {

namespace {

/// Qt Linguist context of what is copied.
class CopyText {
    Q_DECLARE_TR_FUNCTIONS(CopyText)
};

QString headOf(const ReadMessage &message)
{
    const QString who =
        message.record.from == Side::Client ? CopyText::tr("from the client") : CopyText::tr("from the server");
    return CopyText::tr("message %1, %2, %3")
        .arg(QString::number(message.number), who, text::bytesText(message.record.payload().size()));
}

QString cSharpOf(const ReadMessage &message)
{
    constexpr qsizetype bytesALine = 16;
    const QByteArray hex = message.record.payload().toByteArray().toHex();
    QString text = QStringLiteral("// %1\nbyte[] message%2 =\n{\n").arg(headOf(message)).arg(message.number);
    for (qsizetype at = 0; at < hex.size(); at += 2) {
        const bool begins = at % (2 * bytesALine) == 0;
        text +=
            (begins ? QStringLiteral("    0x") : QStringLiteral(" 0x")) + QString::fromLatin1(hex.mid(at, 2)) + u',';
        if ((at / 2 + 1) % bytesALine == 0 || at + 2 == hex.size())
            text += u'\n';
    }
    return text + QStringLiteral("};");
}

QString jsonOf(const ReadMessage &message, const std::optional<capture::ConnectionInfo> &info)
{
    const capture::Record &record = message.record;
    const QByteArray payload = record.payload().toByteArray();
    QJsonObject object{
        { QStringLiteral("number"), static_cast<qint64>(message.number) },
        { QStringLiteral("connection"), static_cast<qint64>(record.connection.value) },
        { QStringLiteral("from"), QString::fromLatin1(sideName(record.from)) },
        { QStringLiteral("time"), isoText(record.time) },
        { QStringLiteral("payload_size"), payload.size() },
        { QStringLiteral("wire_size"), record.wire.size() },
        { QStringLiteral("malformed"), record.isMalformed() },
        { QStringLiteral("payload"), QString::fromLatin1(payload.toBase64()) },
    };
    const auto text = validUtf8(payload);
    object.insert(QStringLiteral("text"), text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null));
    if (info && info->ours)
        object.insert(
            QStringLiteral("direction"), record.from == *info->ours ? QStringLiteral("out") : QStringLiteral("in"));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// A word for `send`: the text, if a shell and the command's arguments carry it, else --hex.
QString argumentOf(const QByteArray &payload)
{
    const auto text = validUtf8(payload);
    if (text && !payload.isEmpty() && !payload.contains('\0') && !text->startsWith(u'-'))
        return access::shellWord(*text);
    return QStringLiteral("--hex ") + access::shellWord(QString::fromLatin1(payload.toHex()));
}

/// One command for each connection and framing, in the order of their first messages.
QString commandsOf(const capture::MessageList &list, const std::vector<ReadMessage> &messages)
{
    QStringList starts;
    QStringList arguments;
    for (const ReadMessage &message : messages) {
        const auto info = list.connection(message.record.connection);
        const QString name = info ? access::shellWord(escapedText(info->pipe)) : QStringLiteral("NAME");
        const QByteArray framing = info ? info->framing[message.record.from] : QByteArray();
        QString start = QStringLiteral("pipeglass send ") + name;
        if (!framing.isEmpty())
            start += QStringLiteral(" --framing ") + access::shellWord(QString::fromUtf8(framing));
        qsizetype place = starts.indexOf(start);
        if (place < 0) {
            place = starts.size();
            starts += start;
            arguments += QString();
        }
        arguments[place] += u' ' + argumentOf(message.record.payload().toByteArray());
    }
    QStringList commands;
    for (qsizetype i = 0; i < starts.size(); ++i)
        commands += starts[i] + arguments[i];
    return commands.join(u'\n');
}

QString messageText(const capture::MessageList &list, const ReadMessage &message, CopyFormat format)
{
    const QByteArray payload = message.record.payload().toByteArray();
    switch (format) {
    case CopyFormat::Hex:
        return QString::fromLatin1(payload.toHex(' '));
    case CopyFormat::HexDump:
        return QStringLiteral("# %1\n").arg(headOf(message)) + QString::fromLatin1(hexDump(payload)).trimmed();
    case CopyFormat::CSharp:
        return cSharpOf(message);
    case CopyFormat::Json:
        return jsonOf(message, list.connection(message.record.connection));
    case CopyFormat::Text:
    case CopyFormat::Command:
        break;
    }
    return validUtf8(payload).value_or(escapedText(payload));
}

} // namespace

Result<std::vector<ReadMessage>> readMessages(
    const capture::MessageList &list, const conversation::MessageNumbers &numbers, const std::vector<quint64> &items)
{
    std::vector<ReadMessage> messages;
    qsizetype size = 0;
    for (const quint64 item : items) {
        const capture::RecordSummary summary = list.summary(item);
        if (summary.isEvent)
            continue;
        size += summary.wireSize;
        if (size > maxCopiedBytes)
            return failure(
                ErrorCode::InvalidArgument, {},
                CopyText::tr("The selected messages have more than %1.").arg(text::wholeSizeText(maxCopiedBytes)));
        auto record = list.read(item);
        if (!record)
            return failure(record.error());
        messages.push_back({ numbers.number(item).value_or(0), *std::move(record) });
    }
    return messages;
}

Result<QString> copiedMessages(
    const capture::MessageList &list, const conversation::MessageNumbers &numbers, const std::vector<quint64> &items,
    CopyFormat format)
{
    const auto messages = readMessages(list, numbers, items);
    if (!messages)
        return failure(messages.error());
    if (format == CopyFormat::Command)
        return commandsOf(list, *messages);
    QStringList texts;
    for (const ReadMessage &message : *messages)
        texts += messageText(list, message, format);
    return texts.join(u'\n');
}

} // namespace pipeglass::models
