// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"
#include "exporting/messagesink.h"

#include <set>
#include <vector>

namespace pipeglass::cli {

/// Counts messages and prints the numbers at the end. Keeps 8 bytes for each answer, for the exact percentiles.
class MessageStats : public exporting::MessageSink {
public:
    MessageStats(Output &out, bool json);

    [[nodiscard]] Status take(const Item &item) override;
    [[nodiscard]] Status finish() override;

private:
    struct Count {
        quint64 messages = 0;
        quint64 payloadBytes = 0;
        quint64 wireBytes = 0;
    };
    /// Seconds; nullopt without an answer.
    [[nodiscard]] std::optional<double> latencyAt(double share);
    [[nodiscard]] double duration() const; ///< seconds from the first to the last message
    void printJson();
    void printText();

    Output &m_out;
    bool m_json;
    PerSide<Count> m_counts;
    quint64 m_malformed = 0;
    quint64 m_events = 0;
    std::set<ConnectionId> m_connections;
    std::optional<std::pair<Timestamp, Timestamp>> m_times; ///< of the first and the last message
    std::vector<qint64> m_latencies;
};

} // namespace pipeglass::cli
