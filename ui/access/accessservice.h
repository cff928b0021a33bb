// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/changer.h"
#include "access/question.h"
#include "core/system/process.h"
#include "core/threads/backgroundthread.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace pipeglass::ui {

class Keepers;

/// Permissions of one pipe at one moment.
struct PipeAccess {
    access::Target target;
    // Only set for the first few of many pipes.
    access::Answer me; ///< for the user of the window
    QString summary;
};

/// Names of accounts, for completion.
struct AccountNames {
    QStringList users;
    QStringList groups;
};

/// Runs functions of `access` in two background threads (one for changes, which may wait for a password). Results
/// arrive in the window's thread. Never blocks.
class AccessService : public QObject {
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(const T &)>;
    using Examined = std::vector<Result<PipeAccess>>;
    using Planned = std::vector<Result<access::Preview>>;
    using Changed = std::vector<Result<access::Change>>;

    AccessService(access::Journal journal, const access::HelperCommand &helper, QObject *parent = nullptr);
    ~AccessService() override;

    /// Whether changes that need root's rights are possible.
    [[nodiscard]] bool hasHelper() const { return m_hasHelper; }

    // `done` is not called if `context` has been deleted.
    void look(QObject *context, std::vector<access::PipeFile> pipes, Done<Examined> done);
    void plan(QObject *context, std::vector<access::WantedChange> changes, Done<Planned> done);
    void ask(QObject *context, const access::PipeFile &pipe, pid_t pid, Done<Result<access::Answer>> done);
    void listProcesses(QObject *context, Done<QList<ProcessInfo>> done);
    void listAccounts(QObject *context, Done<AccountNames> done);
    void findAccount(
        QObject *context, access::PrincipalKind kind, const QString &name, Done<Result<access::Principal>> done);
    void readHistory(QObject *context, Done<Result<std::vector<access::ChangeEntry>>> done);
    /// Applies changes one after the other, also after a failure. `keep`: each becomes a kept change.
    void apply(QObject *context, std::vector<access::Preview> previews, bool keep, Done<Changed> done);
    void
    undo(QObject *context, std::vector<quint32> journalIds, access::Changer::LaterChanges later, Done<Changed> done);

    void stopKeeping(quint32 journalId);
    /// Kept changes: number in the journal and path.
    [[nodiscard]] const QMap<quint32, QByteArray> &kept() const { return m_kept; }

Q_SIGNALS:
    void historyChanged();
    void keptChanged();
    void keptAgain(const QByteArray &path, quint64 count);
    void keepingFailed(const pipeglass::Error &error);

private:
    void startKeeping(quint32 journalId);

    access::Journal m_journal;
    access::Changer m_changer;
    bool m_hasHelper;
    QMap<quint32, QByteArray> m_kept;
    BackgroundThread m_questions;
    BackgroundThread m_changes;
    Keepers *m_keepers; ///< lives in the thread for queries, which deletes it
};

/// Whether a change needs root's rights.
[[nodiscard]] bool needsRoot(const access::Preview &preview);

} // namespace pipeglass::ui
