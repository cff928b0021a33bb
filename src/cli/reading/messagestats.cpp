// SPDX-License-Identifier: MIT
#include "cli/reading/messagestats.h"

#include "cli/commandtext.h"
#include "exporting/jsonwriter.h"
#include "text/sizetext.h"
#include "text/timetext.h"

#include <algorithm>
#include <cmath>

namespace pipeglass::cli {

namespace {

constexpr double median = 0.5;
constexpr double almostAll = 0.99;

double inSeconds(qint64 nanoseconds)
{
    return static_cast<double>(nanoseconds) / static_cast<double>(nanosecondsPerSecond);
}

QString spanWords(std::optional<double> seconds)
{
    return seconds ? text::durationText(std::llround(*seconds * static_cast<double>(nanosecondsPerSecond)))
                   : QStringLiteral("-");
}

} // namespace

MessageStats::MessageStats(Output &out, bool json)
    : m_out(out)
    , m_json(json)
{
}

Status MessageStats::take(const Item &item)
{
    const capture::RecordSummary summary = item.list.summary(item.position);
    if (summary.isEvent) {
        ++m_events;
        return {};
    }
    Count &count = m_counts[summary.from];
    ++count.messages;
    count.payloadBytes += static_cast<quint64>(summary.payloadSize);
    count.wireBytes += static_cast<quint64>(summary.wireSize);
    m_malformed += summary.isMalformed() ? 1U : 0U;
    m_connections.insert(summary.connection);
    m_times = m_times ? std::pair(std::min(m_times->first, summary.time), std::max(m_times->second, summary.time))
                      : std::pair(summary.time, summary.time);
    if (item.latency)
        m_latencies.push_back(*item.latency);
    return {};
}

Status MessageStats::finish()
{
    std::sort(m_latencies.begin(), m_latencies.end());
    if (m_json)
        printJson();
    else
        printText();
    return {};
}

std::optional<double> MessageStats::latencyAt(double share)
{
    if (m_latencies.empty())
        return {};
    const double last = static_cast<double>(m_latencies.size() - 1);
    return inSeconds(m_latencies[static_cast<size_t>(std::ceil(last * share))]);
}

double MessageStats::duration() const
{
    return m_times ? inSeconds(m_times->second.unixNanoseconds - m_times->first.unixNanoseconds) : 0;
}

void MessageStats::printJson()
{
    QByteArray text;
    exporting::JsonWriter json(text);
    const auto number = [&json](const char *key, std::optional<double> value) {
        json.key(key);
        if (value)
            json.literal(QByteArray::number(*value, 'g', 9));
        else
            json.null();
    };
    json.beginObject();
    json.key("messages").number(m_counts.client.messages + m_counts.server.messages);
    for (const Side side : { Side::Client, Side::Server }) {
        json.key(sideName(side)).beginObject();
        json.key("messages").number(m_counts[side].messages);
        json.key("payload_bytes").number(m_counts[side].payloadBytes);
        json.key("wire_bytes").number(m_counts[side].wireBytes);
        json.endObject();
    }
    json.key("malformed").number(m_malformed);
    json.key("events").number(m_events);
    json.key("connections").number(m_connections.size());
    json.key("begin");
    if (m_times)
        json.string(isoText(m_times->first));
    else
        json.null();
    number("duration", duration());
    json.key("latency").beginObject();
    json.key("answers").number(m_latencies.size());
    number("median", latencyAt(median));
    number("p99", latencyAt(almostAll));
    number("max", latencyAt(1));
    json.endObject();
    json.endObject();
    m_out.write(text + '\n');
}

void MessageStats::printText()
{
    QString text =
        CommandText::tr("%n message(s)", nullptr, text::plural(m_counts.client.messages + m_counts.server.messages));
    text += CommandText::tr(" in %1, on %n connection(s)", nullptr, text::plural(m_connections.size()))
                .arg(spanWords(duration()));
    text += u'\n';
    for (const Side side : { Side::Client, Side::Server }) {
        const Count &count = m_counts[side];
        text += CommandText::tr("from the %1: %2, payload %3, on the wire %4\n")
                    .arg(
                        side == Side::Client ? CommandText::tr("client") : CommandText::tr("server"),
                        QString::number(count.messages), text::bytesText(count.payloadBytes),
                        text::bytesText(count.wireBytes));
    }
    text += CommandText::tr("malformed: %1, events: %2\n").arg(m_malformed).arg(m_events);
    text += CommandText::tr("time to the answer: median %1, 99 % in %2, longest %3\n")
                .arg(spanWords(latencyAt(median)), spanWords(latencyAt(almostAll)), spanWords(latencyAt(1)));
    m_out.write(text.toUtf8());
}

} // namespace pipeglass::cli
