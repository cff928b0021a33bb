// SPDX-License-Identifier: MIT
#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/load/loadcommand.h"

#include <cmath>

namespace pipeglass::cli {

namespace {

constexpr quint64 mostClients = 100'000;

Result<quint64> parsePositive(const QByteArray &text)
{
    const auto count = parseCount(text);
    return count && *count > 0
        ? count
        : failure(ErrorCode::InvalidArgument, text, CommandText::tr("expected a number, 1 or more"));
}

Result<quint64> parseClients(const QByteArray &text)
{
    const auto count = parsePositive(text);
    return count && *count <= mostClients
        ? count
        : failure(ErrorCode::InvalidArgument, text, CommandText::tr("expected a number from 1 to %1").arg(mostClients));
}

Result<double> parseRate(const QByteArray &text)
{
    bool good = false;
    const double rate = text.toDouble(&good);
    if (!good || !std::isfinite(rate) || rate <= 0)
        return failure(
            ErrorCode::InvalidArgument, text, CommandText::tr("expected messages a second, such as 100 or 0.5"));
    return rate;
}

/// Every text and file, framed. All are read before the first is sent.
Result<std::vector<framing::Frame>> messagesOf(const SendCommand::Options &options)
{
    const engine::TalkRequest &talk = options.request.talk;
    SendSource source(options.items, options.encoder(), -1, talk.limit, options.crLf);
    std::vector<framing::Frame> messages;
    while (!source.atEnd()) {
        auto payload = source.next();
        if (!payload)
            return failure(payload.error());
        if (!*payload)
            continue;
        auto frame = talk.framing.client->encode(**payload, Side::Client, talk.limit);
        if (!frame)
            return failure(frame.error());
        messages.push_back(*std::move(frame));
    }
    return messages;
}

Status checkCombinations(const Arguments &arguments, const SendCommand::Options &options)
{
    for (const QByteArrayView other :
         { "--replies", "--until", "--until-closed", "--record", "--hex-dump", "--decode", "--disk-full" }) {
        if (arguments.has(other))
            return failure(
                ErrorCode::InvalidArgument, other.toByteArray(),
                CommandText::tr("cannot be combined with --count, --rate and --clients"));
    }
    for (const SendSource::Item &item : options.items) {
        if (item.kind == SendSource::Item::Kind::Lines)
            return failure(
                ErrorCode::InvalidArgument, QByteArrayLiteral("-"),
                CommandText::tr("cannot be combined with --count, --rate and --clients"));
    }
    if (options.items.empty())
        return failure(
            ErrorCode::InvalidArgument, {}, CommandText::tr("There is nothing to send: name at least one TEXT."));
    return {};
}

} // namespace

bool asksForLoad(const Arguments &arguments)
{
    return arguments.has("--count") || arguments.has("--rate") || arguments.has("--clients");
}

Result<CommandPtr> makeLoadCommand(const Arguments &arguments, SendCommand::Options options, Streams streams)
{
    if (const Status good = checkCombinations(arguments, options); !good)
        return failure(good.error());
    const auto clients = valueOr(arguments.last("--clients"), parseClients, quint64{ 1 });
    if (!clients)
        return failure(clients.error());
    const auto rate = valueOr(arguments.last("--rate"), parseRate, 0.0);
    if (!rate)
        return failure(rate.error());
    auto messages = messagesOf(options);
    if (!messages)
        return failure(messages.error());
    LoadCommand::Options load{ options.request.name,
                               *std::move(messages),
                               options.request.talk.framing.server,
                               options.request.talk.limit,
                               static_cast<size_t>(*clients),
                               {},
                               *rate,
                               options.request.timeoutMs,
                               options.totalMs,
                               options.json };
    if (const auto text = arguments.last("--count")) {
        const auto count = parsePositive(*text);
        if (!count)
            return failure(count.error());
        load.count = *count;
    } else if (options.totalMs == 0) {
        load.count = static_cast<quint64>(load.clients) * load.messages.size();
    }
    return std::make_unique<LoadCommand>(std::move(load), streams);
}

} // namespace pipeglass::cli
