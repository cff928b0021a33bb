// SPDX-License-Identifier: MIT
#include "conversation/streamstart.h"

#include <algorithm>

namespace pipeglass::conversation {

framing::StreamSample startOfStreams(const capture::MessageList &list, qsizetype maxBytes)
{
    constexpr quint64 mostItems = 20'000;
    framing::StreamSample sample;
    PerSide<ConnectionId> connections;
    bool isNamed = false;
    const quint64 end = std::min(list.count(), mostItems);
    for (quint64 number = 0; number < end && sample.client.size() + sample.server.size() < 2 * maxBytes; ++number) {
        const capture::RecordSummary summary = list.summary(number);
        if (!isNamed) {
            const auto info = list.connection(summary.connection);
            const auto names =
                info ? framing::StreamNames::of(info->pipe, info->peers.server.program) : framing::StreamNames();
            sample.pipe = names.pipe;
            sample.program = names.program;
            isNamed = info.has_value();
        }
        ConnectionId &connection = connections[summary.from];
        QByteArray &bytes = summary.from == Side::Client ? sample.client : sample.server;
        if (summary.isEvent || (connection.isValid() && connection != summary.connection) || bytes.size() >= maxBytes)
            continue;
        const auto record = list.read(number);
        if (!record)
            break;
        connection = summary.connection;
        bytes.append(record->wire.view().first(std::min(record->wire.size(), maxBytes - bytes.size())));
    }
    return sample;
}

} // namespace pipeglass::conversation
