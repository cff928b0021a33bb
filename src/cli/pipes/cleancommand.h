// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/staleremoval.h"
#include "cli/verb.h"

namespace pipeglass::cli {

/// `pipeglass clean`: deletes stale sockets.
class CleanCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        std::vector<QByteArray> names; ///< empty: all pipes of this user in the default directories
        bool dryRun = false;
        bool json = false;
    };

    static Verb verb();

    CleanCommand(Options options, Streams streams);

    void start() override;

protected:
    void onInterrupt() override;

private:
    /// The result for a file, or for a name that was not found.
    struct Outcome {
        QByteArray path;
        QByteArray name;
        Status status; ///< good: deleted, or would be
    };

    void findNamed();
    void findAll();
    void add(catalog::KnownFile file, QByteArray path, QByteArray name);
    /// Processes a batch and schedules the next one.
    void processBatch();
    void end(bool interrupted);
    void printJson();
    void printText();
    [[nodiscard]] ExitCode exitCodeOfAll() const;

    Options m_options;
    std::vector<Outcome> m_outcomes;
    std::vector<size_t> m_outcomeOf; ///< of each file
    std::vector<catalog::KnownFile> m_files;
    size_t m_done = 0; ///< number of files processed
};

} // namespace pipeglass::cli
