// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"
#include "exchange/repair.h"

namespace pipeglass::cli {

/// `pipeglass repair`: undoes the taps that ended without leaving.
class RepairCommand : public Command {
    Q_OBJECT

public:
    static Verb verb();

    RepairCommand(bool dryRun, bool json, Streams streams);

    void start() override;

private:
    void printJson(const std::vector<exchange::RepairOutcome> &outcomes);
    void printText(const std::vector<exchange::RepairOutcome> &outcomes);

    const bool m_dryRun;
    const bool m_json;
};

} // namespace pipeglass::cli
