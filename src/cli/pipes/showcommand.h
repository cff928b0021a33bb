// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "catalog/processes/anonymouspipes.h"
#include "cleaning/deletion.h"
#include "cli/verb.h"

namespace pipeglass::cli {

/// `pipeglass show`: shows one pipe and its connections.
class ShowCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        QByteArray name;
        bool json = false;
    };

    static Verb verb();

    ShowCommand(Options options, Streams streams);

    void start() override;

private:
    struct Facts {
        catalog::PipeEntryPtr pipe = {};
        QByteArray link = {}; ///< the symbolic link that was named
        std::vector<catalog::Connection> connections = {};
        std::optional<cleaning::Deletion> deletion = {};
        std::vector<catalog::AnonymousPipe> anonymousPipes = {}; ///< of its server
        std::optional<Error> problem = {}; ///< why clients are refused or wait
    };
    void printJson(const Facts &facts);
    void printText(const Facts &facts);

    Options m_options;
};

} // namespace pipeglass::cli
