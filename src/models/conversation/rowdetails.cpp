// SPDX-License-Identifier: MIT
#include "models/conversation/rowdetails.h"

#include "conversation/headerhistory.h"
#include "conversation/requestsearch.h"
#include "core/bytetext.h"
#include "models/conversation/conversationmodel.h"
#include "text/eventtext.h"

#include <algorithm>

namespace pipeglass::models {

namespace {

constexpr qsizetype previewBytes = 512;
constexpr qsizetype previewCharacters = 300;
/// Longer messages are not decoded for a cell.
constexpr qsizetype decodedForCells = qsizetype{ 1 } << 20U;

QString previewOf(const capture::MessageList &list, quint64 number)
{
    const capture::RecordSummary summary = list.summary(number);
    if (summary.isEvent) {
        const auto event = list.event(number);
        const auto connection = list.connection(summary.connection);
        return event ? text::eventText(*event, connection ? connection->ours : std::nullopt)
                     : ConversationModel::tr("(cannot be read)");
    }
    QString text;
    if (summary.payloadSize == 0) {
        text = ConversationModel::tr("(empty message)");
    } else if (const auto start = list.payloadStart(number, previewBytes)) {
        text = previewText(*start, previewCharacters);
        if (summary.payloadSize > start->size() && !text.endsWith(u'…'))
            text += u'…';
    } else {
        text = ConversationModel::tr("(cannot be read)");
    }
    return summary.isMalformed() ? ConversationModel::tr("malformed: %1").arg(text) : text;
}

QStringList valuesOf(
    const conversation::SelectedMessages &list, quint64 number, const DetailsRequest &request,
    conversation::HeaderHistory &headers)
{
    QStringList values(static_cast<qsizetype>(request.paths.size()));
    const capture::RecordSummary summary = list.summary(number);
    if (summary.isEvent || summary.isMalformed() || summary.payloadSize > decodedForCells)
        return values;
    const auto record = list.read(number);
    if (!record)
        return values;
    const auto info = list.connection(summary.connection);
    const Slice payload = record->payload();
    const decoding::Decoding decoding = request.decoders->decode(
        payload.view(),
        { info ? info->framing[summary.from] : QByteArray(), summary.from, request.types,
          headers.before(*list.source(), list.sourceNumber(number)) });
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto value = request.paths[static_cast<size_t>(i)].find(decoding);
        if (value)
            values[i] = previewText(value->left(previewCharacters).toUtf8(), previewCharacters);
    }
    return values;
}

} // namespace

std::vector<RowDetails> readPreviews(const capture::MessageList &list, const std::vector<quint64> &numbers)
{
    std::vector<RowDetails> all;
    all.reserve(numbers.size());
    for (const quint64 number : numbers)
        all.push_back({ number, previewOf(list, number) });
    return all;
}

std::vector<RowDetails> readDetails(
    const conversation::SelectedMessages &list, const conversation::MessageNumbersPtr &messageNumbers,
    const DetailsRequest &request, const std::vector<quint64> &numbers)
{
    std::vector<RowDetails> all;
    std::vector<quint64> items;
    for (const quint64 number : numbers) {
        items.push_back(list.sourceNumber(number));
        all.push_back({ number, {} });
    }
    std::vector<conversation::ItemTest> rules;
    for (const filter::Filter &rule : request.rules)
        rules.emplace_back(rule, list.source(), messageNumbers);
    const bool needsLatency = request.latency
        || std::any_of(rules.begin(), rules.end(), [](const auto &rule) { return rule.needsLatency(); });
    const auto requests = needsLatency ? conversation::requestsOf(list.source(), items)
                                       : std::vector<std::optional<conversation::RequestSearch::Request>>(items.size());
    conversation::HeaderHistory headers;
    for (size_t i = 0; i < all.size(); ++i) {
        RowDetails &row = all[i];
        const qint64 time = list.source()->summary(items[i]).time.unixNanoseconds;
        if (requests[i])
            row.latency = time - requests[i]->time.unixNanoseconds;
        if (!request.paths.empty())
            row.values = valuesOf(list, row.number, request, headers);
        for (size_t rule = 0; rule < rules.size() && row.rule < 0; ++rule) {
            if (rules[rule].matches(items[i], row.latency).value_or(false))
                row.rule = static_cast<int>(rule);
        }
    }
    return all;
}

} // namespace pipeglass::models
