// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/watcher.h"
#include "cli/verb.h"

#include <memory>

namespace pipeglass::cli {

/// `pipeglass list`: the pipes there are, once or as they come and go.
class ListCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        std::vector<QByteArray> directories; ///< as given; empty: the default ones
        bool json = false;
        bool watch = false;
    };

    static const Verb &verb();

    ListCommand(Options options, Streams streams);
    ~ListCommand() override;

    void start() override;

private:
    void printAll(const catalog::Snapshot &snapshot);
    void printChanges(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference);
    void printEvent(QLatin1String event, const catalog::PipeEntry &pipe);
    void tellProblems(const std::vector<QString> &problems);
    void tellEmpty();

    Options m_options;
    std::vector<QByteArray> m_directories; ///< where we look
    std::vector<QString> m_problems; ///< told already
    bool m_first = true;
    std::unique_ptr<catalog::Watcher> m_watcher;
};

} // namespace pipeglass::cli
