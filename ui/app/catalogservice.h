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

class DetailsBook;

/// What is known of one pipe beyond its row.
struct PipeDetails {
    catalog::PipeEntryPtr pipe; ///< the row that was asked about
    Result<std::vector<catalog::Connection>> connections;
    std::optional<cleaning::Deletion> deletion; ///< nothing where no cleaner deletes it
    std::vector<catalog::AnonymousPipe> anonymousPipes; ///< of the processes that serve it
    QString who; ///< who can connect, by all permissions on the way; empty where that cannot be known
    qint64 cost = 0; ///< nanoseconds that a core was busy with what is found out each time
};

/// What waits unread in each direction of a pipe's connections.
using Unread = Result<std::vector<peek::Direction>>;

/// The window's end of what the rooms catalog, peek and cleaning do only when somebody asks. Questions run in a thread
/// of their own, one after the other, and what comes of them arrives in the window's thread, by a call with a value.
/// Never waits.
class CatalogService : public QObject {
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(const T &)>;

    explicit CatalogService(QObject *parent = nullptr);
    ~CatalogService() override;

    // `done` is called unless `context` is gone by then.
    void examine(QObject *context, const catalog::PipeEntryPtr &pipe, Done<PipeDetails> done);
    void peek(QObject *context, const catalog::PipeEntryPtr &pipe, Done<Unread> done);
    void listProcesses(QObject *context, bool namespaces, Done<catalog::DotNetProcesses> done);
    void describeProcess(QObject *context, pid_t pid, Done<catalog::ProcessDetails> done);
    /// Each is looked at again before it goes (catalog::StaleRemoval). Answers in the same order.
    void deleteStale(QObject *context, std::vector<catalog::PipeEntryPtr> pipes, Done<std::vector<Status>> done);

    /// Whether each can be listed; answers in the same order, DirectoryUnreadable or InvalidArgument where not.
    void checkDirectories(QObject *context, std::vector<QByteArray> directories, Done<std::vector<Status>> done);

private:
    std::shared_ptr<DetailsBook> m_details; ///< used in the thread
    BackgroundThread m_thread;
};

} // namespace pipeglass::ui
