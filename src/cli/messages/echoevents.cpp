// SPDX-License-Identifier: MIT
#include "cli/messages/echoevents.h"

#include "cli/commandtext.h"
#include "cli/messages/messagejson.h"
#include "core/bytetext.h"
#include "exporting/jsonwriter.h"

namespace pipeglass::cli {

using exporting::JsonWriter;

namespace {

void writePeer(JsonWriter &json, ConnectionId connection, const ProcessInfo &peer)
{
    json.key("connection").number(connection.value);
    json.key("pid").number(peer.pid);
    json.key("program").escaped(peer.program);
    json.key("user").string(peer.user);
}

void writeNobody(JsonWriter &json)
{
    for (const QByteArrayView key : { "connection", "pid", "program", "user" }) {
        json.key(key).null();
    }
}

} // namespace

EchoEvents::EchoEvents(Output &out, Format format)
    : m_out(out)
    , m_format(std::move(format))
{
}

void EchoEvents::print(const QString &words) { m_out.line(isoText(now()) + QLatin1Char(' ') + words); }

void EchoEvents::listening(const QByteArray &path, FileMode mode)
{
    if (!m_format.json) {
        print(CommandText::tr("listening %1 mode %2").arg(escapedText(path), mode.octal()));
        return;
    }
    writeEvent(m_out, QLatin1String("listening"), [&](JsonWriter &json) {
        writeNobody(json);
        writeTime(json);
        json.key("path").escaped(path);
        json.key("path_bytes").base64(path);
        json.key("mode").string(mode.octal());
    });
}

void EchoEvents::connectionEvent(
    QLatin1String event, const engine::ConnectionState &connection, const QString &words, QLatin1String half)
{
    if (!m_format.json) {
        print(words);
        return;
    }
    writeEvent(m_out, event, [&](JsonWriter &json) {
        writePeer(json, connection.id, connection.peer());
        writeTime(json);
        if (!half.isEmpty())
            json.key("half").string(half);
    });
}

void EchoEvents::connected(const engine::ConnectionState &connection)
{
    const ProcessInfo &peer = connection.peer();
    connectionEvent(
        QLatin1String("connected"), connection,
        CommandText::tr("connected #%1 pid %2 %3 user %4")
            .arg(
                QString::number(connection.id.value), QString::number(peer.pid), escapedText(peer.program), peer.user));
}

void EchoEvents::halfClosed(const engine::ConnectionState &connection, Half half)
{
    const bool in = half == Half::In;
    connectionEvent(
        QLatin1String("half-closed"), connection,
        (in ? CommandText::tr("half-closed #%1 in") : CommandText::tr("half-closed #%1 out")).arg(connection.id.value),
        QLatin1String(in ? "in" : "out"));
}

void EchoEvents::closed(const engine::ConnectionState &connection)
{
    m_format.decoder.closed(connection.id);
    connectionEvent(QLatin1String("closed"), connection, CommandText::tr("closed #%1").arg(connection.id.value));
}

void EchoEvents::message(const ProcessInfo &peer, const capture::Record &record)
{
    const QLatin1String event = QLatin1String(
        record.isMalformed() ? QT_TRANSLATE_NOOP("CommandText", "malformed")
                             : QT_TRANSLATE_NOOP("CommandText", "message"));
    if (!m_format.json) {
        const QByteArrayView payload = record.payload().view();
        const QString words = isoText(record.time) + QLatin1Char(' ')
            + CommandText::tr("%1 #%2 %3 %4 bytes%5")
                  .arg(
                      CommandText::tr(event.data()), QString::number(record.connection.value),
                      exporting::directionText(record.from, Side::Server), QString::number(payload.size()),
                      record.unfinished ? CommandText::tr(" unfinished") : QString());
        m_out.write(
            words.toUtf8() + exporting::payloadLines(payload, m_format.hexDump) + m_format.decoder.text(record));
        m_out.flush();
        return;
    }
    writeEvent(m_out, event, [&](JsonWriter &json) {
        writePeer(json, record.connection, peer);
        exporting::writeMessageFields(json, record, Side::Server);
        json.key("unfinished").boolean(record.unfinished);
        m_format.decoder.write(json, record);
    });
}

} // namespace pipeglass::cli
