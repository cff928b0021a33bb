// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/staleremoval.h"
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

protected:
    void onInterrupt() override;

private:
    /// What became of one file, or of a name that led to none.
    struct Outcome {
        QByteArray path;
        QByteArray name;
        Status status; ///< good: deleted, or it would be
    };

    void findNamed();
    void findAll();
    void add(catalog::KnownFile file, QByteArray path, QByteArray name);
    /// A batch, then what else is to be done in the program, then the next.
    void goOn();
    void end(bool interrupted);
    void printJson();
    void printText();
    [[nodiscard]] ExitCode exitCodeOfAll() const;

    Options m_options;
    std::vector<Outcome> m_outcomes;
    std::vector<size_t> m_outcomeOf; ///< of each file
    std::vector<catalog::KnownFile> m_files;
    size_t m_done = 0; ///< files that are decided
};

} // namespace pipeglass::cli
