// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/stalefile.h"
#include "cli/verb.h"

namespace pipeglass::cli {

/// `pipeglass clean`: deletes the sockets that dead servers left behind.
class CleanCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        std::vector<QByteArray> names; ///< empty: all pipes of this user in the default directories
        bool dryRun = false;
        bool json = false;
    };

    static const Verb &verb();

    CleanCommand(Options options, Streams streams);

    void start() override;

private:
    /// What became of one file, or of a name that led to none.
    struct Outcome {
        QByteArray path;
        QByteArray name;
        Status status; ///< good: deleted, or it would be
    };

    [[nodiscard]] std::vector<Outcome> cleanNamed() const;
    [[nodiscard]] std::vector<Outcome> cleanAll();
    [[nodiscard]] Status clean(const cleaning::StaleFile &stale) const;
    void printJson(const std::vector<Outcome> &outcomes);
    void printText(const std::vector<Outcome> &outcomes);
    [[nodiscard]] ExitCode codeFor(const std::vector<Outcome> &outcomes) const;

    Options m_options;
};

} // namespace pipeglass::cli
