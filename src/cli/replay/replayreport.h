// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"
#include "engine/replay/replay.h"

namespace pipeglass::cli {

/// Prints what a replay finds: with `json` an object for each answer, else the differences.
class ReplayReport {
public:
    ReplayReport(Output &out, bool json)
        : m_out(out)
        , m_json(json)
    {
    }

    /// `number`: of the recorded message.
    void answer(const engine::ReplayedAnswer &answer, std::optional<quint64> number);
    /// The result in sentences; nothing with `json`.
    void end(const engine::ReplayCounts &counts);

private:
    void writeObject(const engine::ReplayedAnswer &answer, std::optional<quint64> number);

    Output &m_out;
    bool m_json;
};

/// Why a replay did not reach its end, for stderr; empty: it did.
[[nodiscard]] QString incompleteSentence(const engine::ReplayCounts &counts);

} // namespace pipeglass::cli
