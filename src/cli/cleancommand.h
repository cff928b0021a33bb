// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/stalesweep.h"
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
    void add(cleaning::StaleFile stale, QByteArray path, QByteArray name);
    /// A batch, then what else is to be done in the program, then the next.
    void goOn();
    void end(bool interrupted);
    void printJson();
    void printText();
    [[nodiscard]] ExitCode exitCodeOfAll() const;

    Options m_options;
    std::vector<Outcome> m_outcomes;
    std::vector<size_t> m_outcomeOf; ///< of each file of the sweep
    std::vector<cleaning::StaleFile> m_files;
    std::optional<cleaning::StaleSweep> m_sweep;
};

} // namespace pipeglass::cli
