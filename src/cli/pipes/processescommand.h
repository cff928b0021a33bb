// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"
#include "cli/verb.h"

namespace pipeglass::cli {

/// `pipeglass processes`: lists .NET processes with their pipes.
class ProcessesCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        bool json = false;
        bool namespaces = false;
    };

    static Verb verb();

    ProcessesCommand(Options options, Streams streams);

    void start() override;

private:
    void printJson(const std::vector<catalog::DotNetProcess> &processes);
    void printText(const catalog::DotNetProcess &process);

    Options m_options;
};

} // namespace pipeglass::cli
