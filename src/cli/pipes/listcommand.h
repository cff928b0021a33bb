// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "catalog/scanning/watcher.h"
#include "cli/pipes/pipecolumns.h"
#include "cli/verb.h"

#include <memory>
#include <unordered_map>

namespace pipeglass::cli {

/// `pipeglass list`: lists the pipes, once or with changes.
class ListCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        std::vector<QByteArray> directories; ///< as given; empty: the default ones
        std::vector<QByteArray> also; ///< as given, additional ones
        catalog::Scope scope = catalog::Scope::Pipes;
        bool namespaces = false;
        bool mine = false; ///< only pipes of this user
        std::vector<catalog::PipeState> states; ///< empty: all
        std::optional<PipeColumn> sort;
        std::vector<PipeColumn> columns; ///< empty: the default ones
        bool connections = false; ///< list them with each row; not while watching
        bool json = false;
        bool watch = false;
    };

    static Verb verb();

    ListCommand(Options options, Streams streams);
    ~ListCommand() override;

    void start() override;

private:
    /// The selected rows; the snapshot itself if all are selected.
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
    std::vector<QByteArray> m_directories; ///< scanned directories
    std::vector<Error> m_problems; ///< already reported
    bool m_first = true;
    std::unordered_map<const catalog::PipeEntry *, std::vector<catalog::Connection>> m_connections; ///< by row
    catalog::SnapshotPtr m_shown; ///< the last reported snapshot, if only some rows are selected
    std::unique_ptr<catalog::Watcher> m_watcher;
};

} // namespace pipeglass::cli
