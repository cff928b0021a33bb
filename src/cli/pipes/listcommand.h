// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "catalog/scanning/watcher.h"
#include "cli/pipes/pipecolumns.h"
#include "cli/verb.h"

#include <memory>
#include <unordered_map>

namespace pipeglass::cli {

/// `pipeglass list`: the pipes there are, once or as they come and go.
class ListCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        std::vector<QByteArray> directories; ///< as given; empty: the default ones
        std::vector<QByteArray> also; ///< as given, looked at besides those
        catalog::Scope scope = catalog::Scope::Pipes;
        bool namespaces = false;
        bool mine = false; ///< those of this user only
        std::vector<catalog::PipeState> states; ///< empty: all
        std::optional<PipeColumn> sort;
        std::vector<PipeColumn> columns; ///< empty: the usual ones
        bool connections = false; ///< of each row; not while watching
        bool json = false;
        bool watch = false;
    };

    static const Verb &verb();

    ListCommand(Options options, Streams streams);
    ~ListCommand() override;

    void start() override;

private:
    /// What is asked for of it: the thing itself where that is all.
    [[nodiscard]] catalog::SnapshotPtr chosen(const catalog::SnapshotPtr &snapshot) const;
    void printAll(const catalog::Snapshot &snapshot);
    void printTable(const catalog::Snapshot &snapshot);
    void printJson(const catalog::Snapshot &snapshot);
    void scanOnce(catalog::ScanOptions options);
    void printChanges(const catalog::SnapshotPtr &all, const catalog::SnapshotDiff &allChanges);
    void printEvent(QLatin1String event, const catalog::PipeEntry &pipe);
    void tellProblems(const std::vector<Error> &problems);
    void tellEmpty();

    Options m_options;
    std::vector<QByteArray> m_directories; ///< where we look
    std::vector<Error> m_problems; ///< told already
    bool m_first = true;
    std::unordered_map<const catalog::PipeEntry *, std::vector<catalog::Connection>> m_connections; ///< by row
    catalog::SnapshotPtr m_shown; ///< what was told of, where that is not all
    std::unique_ptr<catalog::Watcher> m_watcher;
};

} // namespace pipeglass::cli
