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

/// What is known of one pipe's permissions at one moment.
struct PipeAccess {
    access::Target target;
    // Of many pipes looked at together only the first few have these.
    access::Answer me; ///< asked for the person at the window
    QString summary;
};

/// The names that the system knows, for completion.
struct AccountNames {
    QStringList users;
    QStringList groups;
};

/// The window's end of the room access: questions and changes run in two threads of their own (a change may wait for a
/// password), and what comes of them arrives in the window's thread, by a call with a value. Never waits.
class AccessService : public QObject {
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(const T &)>;
    using Looked = std::vector<Result<PipeAccess>>;
    using Planned = std::vector<Result<access::Preview>>;
    using Changed = std::vector<Result<access::Change>>;

    AccessService(access::Journal journal, const access::HelperCommand &helper, QObject *parent = nullptr);
    ~AccessService() override;

    /// Can what needs root's rights be done from here?
    [[nodiscard]] bool hasHelper() const { return m_hasHelper; }

    // `done` is called unless `context` is gone by then.
    void look(QObject *context, std::vector<access::PipeFile> pipes, Done<Looked> done);
    void plan(QObject *context, std::vector<access::WantedChange> changes, Done<Planned> done);
    void ask(QObject *context, const access::PipeFile &pipe, pid_t pid, Done<Result<access::Answer>> done);
    void listProcesses(QObject *context, Done<QList<ProcessInfo>> done);
    void listAccounts(QObject *context, Done<AccountNames> done);
    void findAccount(
        QObject *context, access::PrincipalKind kind, const QString &name, Done<Result<access::Principal>> done);
    void readHistory(QObject *context, Done<Result<std::vector<access::ChangeEntry>>> done);
    /// One after the other; those after a failure are tried too. `keep`: each is kept from then on.
    void apply(QObject *context, std::vector<access::Preview> previews, bool keep, Done<Changed> done);
    void
    undo(QObject *context, std::vector<quint32> journalIds, access::Changer::LaterChanges later, Done<Changed> done);

    void stopKeeping(quint32 journalId);
    /// The changes that are kept now: journal's number and path.
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
    Keepers *m_keepers; ///< lives in the thread for questions, which deletes it
};

/// Will this change take root's rights?
[[nodiscard]] bool needsRoot(const access::Preview &preview);

} // namespace pipeglass::ui
