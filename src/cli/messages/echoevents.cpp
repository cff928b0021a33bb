// SPDX-License-Identifier: MIT
#include "cli/messages/echoevents.h"

#include "cli/messages/messagejson.h"
#include "cli/streams/hexdump.h"
#include "cli/streams/jsonwriter.h"
#include "core/bytetext.h"

namespace pipeglass::cli {

namespace {

/// Limits a line of the terminal; --json and --record are complete.
constexpr qsizetype previewCharacters = 200;

void writePeer(JsonWriter &json, ConnectionId connection, const ProcessInfo &peer)
{
    json.key("connection");
    json.number(connection.value);
    json.key("pid");
    json.number(peer.pid);
    json.key("program");
    json.escaped(peer.program);
    json.key("user");
    json.string(peer.user);
}

void writeNobody(JsonWriter &json)
{
    for (const QByteArrayView key : { "connection", "pid", "program", "user" }) {
        json.key(key);
        json.null();
    }
}

template <typename Fields>
QByteArray object(QLatin1String event, Fields fields)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("event");
    json.string(event);
    fields(json);
    json.endObject();
    return text + '\n';
}

} // namespace

EchoEvents::EchoEvents(Output &out, Format format)
    : m_out(out)
    , m_format(format)
{
}

void EchoEvents::print(const QString &words) { m_out.line(isoText(now()) + QLatin1Char(' ') + words); }

void EchoEvents::listening(const QByteArray &path, FileMode mode)
{
    if (!m_format.json) {
        print(QStringLiteral("listening %1 mode %2").arg(escapedText(path), mode.octal()));
        return;
    }
    m_out.write(object(QLatin1String("listening"), [&](JsonWriter &json) {
        writeNobody(json);
        json.key("time");
        json.string(isoText(now()));
        json.key("path");
        json.escaped(path);
        json.key("path_bytes");
        json.base64(path);
        json.key("mode");
        json.string(mode.octal());
    }));
    m_out.flush();
}

void EchoEvents::connectionEvent(QLatin1String event, const engine::ConnectionState &connection, const QString &words)
{
    if (!m_format.json) {
        print(QStringLiteral("%1 #%2%3").arg(event).arg(connection.id.value).arg(words));
        return;
    }
    m_out.write(object(event, [&](JsonWriter &json) {
        writePeer(json, connection.id, connection.peer());
        json.key("time");
        json.string(isoText(now()));
        if (!words.isEmpty() && event == QLatin1String("half-closed")) {
            json.key("half");
            json.string(QStringView(words).sliced(1));
        }
    }));
    m_out.flush();
}

void EchoEvents::connected(const engine::ConnectionState &connection)
{
    const ProcessInfo &peer = connection.peer();
    const QString words = QStringLiteral(" pid %1 %2 user %3");
    connectionEvent(
        QLatin1String("connected"), connection,
        m_format.json ? QString() : words.arg(QString::number(peer.pid), escapedText(peer.program), peer.user));
}

void EchoEvents::halfClosed(const engine::ConnectionState &connection, Half half)
{
    connectionEvent(
        QLatin1String("half-closed"), connection, half == Half::In ? QStringLiteral(" in") : QStringLiteral(" out"));
}

void EchoEvents::closed(const engine::ConnectionState &connection)
{
    connectionEvent(QLatin1String("closed"), connection, {});
}

void EchoEvents::message(const ProcessInfo &peer, const capture::Record &record)
{
    const QLatin1String event = record.isMalformed() ? QLatin1String("malformed") : QLatin1String("message");
    if (!m_format.json) {
        const QByteArrayView payload = record.payload().view();
        const QString words = QStringLiteral("%1 %2 #%3 %4 %5 bytes%6")
                                  .arg(
                                      isoText(record.time), event, QString::number(record.connection.value),
                                      directionWord(record.from, Side::Server), QString::number(payload.size()),
                                      record.unfinished ? QLatin1String(" unfinished") : QLatin1String());
        if (m_format.hexDump) {
            m_out.write(words.toUtf8() + '\n' + hexDump(payload));
            m_out.flush();
        } else {
            m_out.line(words + QLatin1String(": ") + previewText(payload, previewCharacters));
        }
        return;
    }
    m_out.write(object(event, [&](JsonWriter &json) {
        writePeer(json, record.connection, peer);
        writeMessageFields(json, record, Side::Server);
        json.key("unfinished");
        json.boolean(record.unfinished);
    }));
    m_out.flush();
}

} // namespace pipeglass::cli
