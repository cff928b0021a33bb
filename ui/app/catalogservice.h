// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"
#include "catalog/processes/processdetails.h"
#include "cleaning/cleaners.h"
#include "core/result.h"
#include "core/threads/backgroundthread.h"
#include "peek/peek.h"

#include <memory>

namespace pipeglass::ui {

class DetailsReader;

/// Details of a pipe beyond its row.
struct PipeDetails {
    catalog::PipeEntryPtr pipe; ///< the row of the request
    Result<std::vector<catalog::Connection>> connections;
    std::optional<cleaning::Deletion> deletion; ///< nullopt: no cleaner deletes it
    std::vector<catalog::AnonymousPipe> anonymousPipes; ///< of its server processes
    QString who; ///< who can connect, including the directories above; empty if unknown
    qint64 cost = 0; ///< CPU time in nanoseconds of what is read each time
};

/// The unread bytes in each direction of a pipe's connections.
using Unread = Result<std::vector<peek::Direction>>;

/// Runs functions of `catalog`, `peek` and `cleaning` in a background thread, one after the other. Results arrive in
/// the window's thread. Never blocks.
class CatalogService : public QObject {
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(const T &)>;

    explicit CatalogService(QObject *parent = nullptr);
    ~CatalogService() override;

    // `done` is not called if `context` has been deleted.
    void examine(QObject *context, const catalog::PipeEntryPtr &pipe, Done<PipeDetails> done);
    void peek(QObject *context, const catalog::PipeEntryPtr &pipe, Done<Unread> done);
    void listProcesses(QObject *context, bool namespaces, Done<catalog::DotNetProcesses> done);
    void describeProcess(QObject *context, pid_t pid, Done<catalog::ProcessDetails> done);
    /// Checks each file again before deleting it (catalog::StaleRemoval). Results are in the same order.
    void deleteStale(QObject *context, std::vector<catalog::PipeEntryPtr> pipes, Done<std::vector<Status>> done);

    /// Whether each directory can be listed, else DirectoryUnreadable or InvalidArgument; in the same order.
    void checkDirectories(QObject *context, std::vector<QByteArray> directories, Done<std::vector<Status>> done);

private:
    std::shared_ptr<DetailsReader> m_details; ///< used in the background thread
    BackgroundThread m_thread;
};

} // namespace pipeglass::ui
