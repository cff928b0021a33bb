// SPDX-License-Identifier: MIT
#include "cli/messages/tapevents.h"

#include "cli/commandtext.h"
#include "cli/messages/messagejson.h"
#include "core/bytetext.h"
#include "exporting/jsonwriter.h"
#include "text/peertext.h"

namespace pipeglass::cli {

using exporting::JsonWriter;

namespace {

void writeProcess(JsonWriter &json, QByteArrayView key, const ProcessInfo &process)
{
    json.key(key);
    if (process.pid == 0 && process.program.isEmpty() && process.user.isEmpty()) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("pid").number(process.pid);
    json.key("program").escaped(process.program);
    json.key("user").string(process.user);
    json.endObject();
}

void writeConnection(JsonWriter &json, ConnectionId connection) { json.key("connection").number(connection.value); }

QString arrow(Side from) { return from == Side::Client ? QStringLiteral("->") : QStringLiteral("<-"); }

} // namespace

TapEvents::TapEvents(Output &out, Format format)
    : m_out(out)
    , m_format(std::move(format))
{
}

void TapEvents::print(const QString &words) { m_out.line(isoText(now()) + QLatin1Char(' ') + words); }

void TapEvents::tapped(const QByteArray &path, const ProcessInfo &server, size_t connectedBefore)
{
    if (!m_format.json) {
        print(CommandText::tr("tapped %1 server %2").arg(escapedText(path), text::processText(server)));
        return;
    }
    writeEvent(m_out, QLatin1String("tapped"), [&](JsonWriter &json) {
        writeTime(json);
        json.key("path").escaped(path);
        json.key("path_bytes").base64(path);
        writeProcess(json, "server", server);
        json.key("connected_before").number(connectedBefore);
    });
}

void TapEvents::connected(const engine::ConnectionState &connection)
{
    const PerSide<ProcessInfo> &peers = connection.peers;
    if (!m_format.json) {
        print(CommandText::tr("connected #%1 %2 -> %3")
                  .arg(
                      QString::number(connection.id.value), text::processAndUserText(peers.client),
                      text::processAndUserText(peers.server)));
        return;
    }
    writeEvent(m_out, QLatin1String("connected"), [&](JsonWriter &json) {
        writeConnection(json, connection.id);
        writeProcess(json, "client", peers.client);
        writeProcess(json, "server", peers.server);
        json.key("path").escaped(connection.path);
        writeTime(json);
    });
}

void TapEvents::halfClosed(ConnectionId connection, Side from)
{
    if (!m_format.json) {
        print(CommandText::tr("half-closed #%1 %2")
                  .arg(QString::number(connection.value), exporting::directionText(from, {})));
        return;
    }
    writeEvent(m_out, QLatin1String("half-closed"), [&](JsonWriter &json) {
        writeConnection(json, connection);
        json.key("from").string(QLatin1String(sideName(from)));
        writeTime(json);
    });
}

void TapEvents::framingGuessed(ConnectionId connection, Side from, const QByteArray &framing)
{
    m_format.decoder.setFraming(connection, from, framing);
    if (!m_format.json) {
        print(CommandText::tr("framing #%1 %2: %3")
                  .arg(
                      QString::number(connection.value), exporting::directionText(from, {}),
                      QString::fromLatin1(framing)));
        return;
    }
    writeEvent(m_out, QLatin1String("framing-guessed"), [&](JsonWriter &json) {
        writeConnection(json, connection);
        json.key("from").string(QLatin1String(sideName(from)));
        json.key("framing").escaped(framing);
        writeTime(json);
    });
}

void TapEvents::closed(ConnectionId connection)
{
    m_format.decoder.closed(connection);
    if (!m_format.json) {
        print(CommandText::tr("closed #%1").arg(connection.value));
        return;
    }
    writeEvent(m_out, QLatin1String("closed"), [&](JsonWriter &json) {
        writeConnection(json, connection);
        writeTime(json);
    });
}

void TapEvents::message(const capture::Record &record)
{
    if (m_format.json) {
        writeEvent(m_out, QLatin1String("message"), [&](JsonWriter &json) {
            writeConnection(json, record.connection);
            exporting::writeMessageFields(json, record, {});
            json.key("unfinished").boolean(record.unfinished);
            m_format.decoder.write(json, record);
        });
        return;
    }
    const QByteArrayView payload = record.payload().view();
    const QString words = isoText(record.time) + QLatin1Char(' ')
        + CommandText::tr("%1 #%2 %3 %4 bytes%5%6")
              .arg(
                  arrow(record.from), QString::number(record.connection.value),
                  exporting::directionText(record.from, {}), QString::number(payload.size()),
                  record.isMalformed() ? CommandText::tr(" malformed") : QString(),
                  record.unfinished ? CommandText::tr(" unfinished") : QString());
    m_out.write(words.toUtf8() + exporting::payloadLines(payload, m_format.hexDump) + m_format.decoder.text(record));
    m_out.flush();
}

void TapEvents::held(ConnectionId connection)
{
    if (!m_format.json) {
        print(CommandText::tr("held #%1").arg(connection.value));
        return;
    }
    writeEvent(m_out, QLatin1String("held"), [&](JsonWriter &json) {
        writeConnection(json, connection);
        writeTime(json);
    });
}

void TapEvents::recreated()
{
    if (m_format.json)
        writeEvent(m_out, QLatin1String("recreated"), [](JsonWriter &json) { writeTime(json); });
    else
        print(CommandText::tr("recreated"));
}

void TapEvents::missed(quint64 count, quint64 total)
{
    if (!m_format.json) {
        print(CommandText::tr("missed %1, in all %2").arg(count).arg(total));
        return;
    }
    writeEvent(m_out, QLatin1String("missed"), [&](JsonWriter &json) {
        json.key("count").number(count);
        json.key("total").number(total);
        writeTime(json);
    });
}

void TapEvents::left()
{
    if (m_format.json)
        writeEvent(m_out, QLatin1String("left"), [](JsonWriter &json) { writeTime(json); });
    else
        print(CommandText::tr("left"));
}

} // namespace pipeglass::cli
