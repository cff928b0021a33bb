// SPDX-License-Identifier: MIT
#include "decoding/pairing.h"

#include "decoding/formats/jsondecoder.h"
#include "decoding/formats/messagepackdecoder.h"

#include <utility>

namespace pipeglass::decoding {

namespace {

constexpr size_t mostUnanswered = 1024;

/// The members of a message that pair it.
struct Correlation {
    QString request; ///< id, if the message is a request
    QString answer; ///< id of the request that it answers

    [[nodiscard]] bool isFound() const { return !request.isEmpty() || !answer.isEmpty(); }
};

/// Only the outermost members are kept.
Tree membersOf(QByteArrayView payload)
{
    constexpr TreeLimits outermost{ 64, 2 };
    if (payload.size() >= Pairing::examined || !(payload.contains("jsonrpc") || payload.contains("seq")))
        return {};
    TreeBuilder tree(payload, {}, outermost);
    const JsonDecoder json;
    const MessagePackDecoder messagePack;
    const bool isRead = (json.mayBe(payload) && json.decode(payload, {}, tree))
        || (messagePack.mayBe(payload) && messagePack.decode(payload, {}, tree));
    return isRead ? tree.take() : Tree();
}

Correlation correlationOf(QByteArrayView payload)
{
    bool isJsonRpc = false;
    bool hasMethod = false;
    QString id;
    QString type;
    QString seq;
    QString requestSeq;
    const Tree tree = membersOf(payload);
    for (const Node &node : tree.nodes) {
        if (node.depth != 1)
            continue;
        isJsonRpc = isJsonRpc || node.name == QLatin1String("jsonrpc");
        hasMethod = hasMethod || node.name == QLatin1String("method");
        for (const auto &[name, value] : { std::pair("id", &id), std::pair("type", &type), std::pair("seq", &seq),
                                           std::pair("request_seq", &requestSeq) }) {
            if (node.name == QLatin1String(name))
                *value = node.kind == Node::Kind::Container ? QStringLiteral("{}") : node.value;
        }
    }
    if (isJsonRpc)
        return hasMethod ? Correlation{ id, {} } : Correlation{ {}, id };
    if (type == QLatin1String("request"))
        return { seq, {} };
    if (type == QLatin1String("response"))
        return { {}, requestSeq };
    return {};
}

/// Framings whose messages are not requests and replies in order.
bool hasNoOrder(QByteArrayView framing)
{
    return framing == "raw" || framing == "http2" || framing == "nerdbank" || framing == "psrp" || framing == "msbuild";
}

} // namespace

std::optional<Pairing::Request> Pairing::add(const Message &message)
{
    Link &link = m_links[message.connection];
    const Correlation correlation = correlationOf(message.payload);
    link.usesIds = link.usesIds || correlation.isFound();
    if (!link.usesIds)
        return byOrder(link, message);
    if (!correlation.request.isEmpty()) {
        if (static_cast<size_t>(link.requests[message.from].size()) < mostUnanswered)
            link.requests[message.from].insert(correlation.request, message.itself);
        return std::nullopt;
    }
    QHash<QString, Request> &requests = link.requests[otherSide(message.from)];
    const auto found = requests.constFind(correlation.answer);
    if (correlation.answer.isEmpty() || found == requests.constEnd())
        return std::nullopt;
    const Request request = *found;
    requests.erase(found);
    return request;
}

std::optional<Pairing::Request> Pairing::byOrder(Link &link, const Message &message)
{
    if (hasNoOrder(message.framing))
        return std::nullopt;
    if (message.from == Side::Client) {
        link.unanswered.push_back(message.itself);
        if (link.unanswered.size() > mostUnanswered)
            link.unanswered.pop_front();
        return std::nullopt;
    }
    if (link.unanswered.empty())
        return std::nullopt;
    const Request request = link.unanswered.front();
    link.unanswered.pop_front();
    return request;
}

} // namespace pipeglass::decoding
