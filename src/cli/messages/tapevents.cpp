// SPDX-License-Identifier: MIT
#include "cli/messages/tapevents.h"

#include "cli/messages/messagejson.h"
#include "cli/streams/hexdump.h"
#include "cli/streams/jsonwriter.h"
#include "core/bytetext.h"
#include "text/peertext.h"

namespace pipeglass::cli {

namespace {

constexpr qsizetype previewLength = 200;

void writeProcess(JsonWriter &json, QByteArrayView key, const ProcessInfo &process)
{
    json.key(key);
    if (process.pid == 0 && process.program.isEmpty() && process.user.isEmpty()) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("pid");
    json.number(process.pid);
    json.key("program");
    json.escaped(process.program);
    json.key("user");
    json.string(process.user);
    json.endObject();
}

void writeConnection(JsonWriter &json, ConnectionId connection)
{
    json.key("connection");
    json.number(connection.value);
}

QString arrow(Side from) { return from == Side::Client ? QStringLiteral("->") : QStringLiteral("<-"); }

} // namespace

TapEvents::TapEvents(Output &out, Format format)
    : m_out(out)
    , m_format(format)
{
}

void TapEvents::print(const QString &words) { m_out.line(isoText(now()) + QLatin1Char(' ') + words); }

template <typename Fields>
void TapEvents::writeObject(QLatin1String event, Fields fields)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("event");
    json.string(event);
    fields(json);
    json.endObject();
    m_out.write(text + '\n');
    m_out.flush();
}

void TapEvents::tapped(const engine::SourceFacts &source)
{
    if (!m_format.json) {
        print(QStringLiteral("tapped %1 server %2").arg(escapedText(source.path), text::processText(source.server)));
        return;
    }
    writeObject(QLatin1String("tapped"), [&](JsonWriter &json) {
        json.key("time");
        json.string(isoText(now()));
        json.key("path");
        json.escaped(source.path);
        json.key("path_bytes");
        json.base64(source.path);
        writeProcess(json, "server", source.server);
        json.key("connected_before");
        json.number(source.connectedBefore.size());
    });
}

void TapEvents::connected(const engine::ConnectionState &connection)
{
    const PerSide<ProcessInfo> &peers = connection.peers;
    if (!m_format.json) {
        print(QStringLiteral("connected #%1 %2 -> %3")
                  .arg(
                      QString::number(connection.id.value), text::processAndUserText(peers.client),
                      text::processAndUserText(peers.server)));
        return;
    }
    writeObject(QLatin1String("connected"), [&](JsonWriter &json) {
        writeConnection(json, connection.id);
        writeProcess(json, "client", peers.client);
        writeProcess(json, "server", peers.server);
        json.key("time");
        json.string(isoText(now()));
    });
}

void TapEvents::halfClosed(ConnectionId connection, Side from)
{
    if (!m_format.json) {
        print(
            QStringLiteral("half-closed #%1 %2").arg(QString::number(connection.value), QLatin1String(sideName(from))));
        return;
    }
    writeObject(QLatin1String("half-closed"), [&](JsonWriter &json) {
        writeConnection(json, connection);
        json.key("from");
        json.string(QLatin1String(sideName(from)));
        json.key("time");
        json.string(isoText(now()));
    });
}

void TapEvents::closed(ConnectionId connection)
{
    if (!m_format.json) {
        print(QStringLiteral("closed #%1").arg(connection.value));
        return;
    }
    writeObject(QLatin1String("closed"), [&](JsonWriter &json) {
        writeConnection(json, connection);
        json.key("time");
        json.string(isoText(now()));
    });
}

void TapEvents::message(const capture::Record &record)
{
    if (m_format.json) {
        writeObject(QLatin1String("message"), [&](JsonWriter &json) {
            writeConnection(json, record.connection);
            writeMessageFields(json, record, {});
            json.key("unfinished");
            json.boolean(record.unfinished);
        });
        return;
    }
    const QByteArrayView payload = record.payload().view();
    const QString words = QStringLiteral("%1 %2 #%3 %4 %5 bytes%6%7")
                              .arg(
                                  isoText(record.time), arrow(record.from), QString::number(record.connection.value),
                                  QLatin1String(sideName(record.from)), QString::number(payload.size()),
                                  record.isMalformed() ? QLatin1String(" malformed") : QLatin1String(),
                                  record.unfinished ? QLatin1String(" unfinished") : QLatin1String());
    if (m_format.hexDump) {
        m_out.write(words.toUtf8() + '\n' + hexDump(payload));
        m_out.flush();
    } else {
        m_out.line(words + QLatin1String(": ") + previewText(payload, previewLength));
    }
}

void TapEvents::recreated()
{
    if (m_format.json)
        writeObject(QLatin1String("recreated"), [](JsonWriter &json) {
            json.key("time");
            json.string(isoText(now()));
        });
    else
        print(QStringLiteral("recreated"));
}

void TapEvents::missed(quint64 count, quint64 total)
{
    if (!m_format.json) {
        print(QStringLiteral("missed %1, in all %2").arg(count).arg(total));
        return;
    }
    writeObject(QLatin1String("missed"), [&](JsonWriter &json) {
        json.key("count");
        json.number(count);
        json.key("total");
        json.number(total);
        json.key("time");
        json.string(isoText(now()));
    });
}

void TapEvents::left()
{
    if (m_format.json)
        writeObject(QLatin1String("left"), [](JsonWriter &json) {
            json.key("time");
            json.string(isoText(now()));
        });
    else
        print(QStringLiteral("left"));
}

} // namespace pipeglass::cli
