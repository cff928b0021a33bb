// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/changer.h"

#include <QElapsedTimer>
#include <QObject>

class QSocketNotifier;

namespace pipeglass::access {

/// Applies a kept change again when the server re-creates its pipe (same directory, name and owner, one link), with our
/// own rights, and counts that in the journal. Ends when the rule is undone or the directory is removed. Lives in one
/// thread with an event loop.
class Keeper : public QObject {
    Q_OBJECT

public:
    /// `rule`: a kept change of the journal.
    Keeper(Journal journal, ChangeEntry rule, QObject *parent = nullptr);
    ~Keeper() override;

    /// Fails if the directory cannot be watched.
    [[nodiscard]] Status start();
    [[nodiscard]] const ChangeEntry &rule() const { return m_rule; }

Q_SIGNALS:
    void repeated(quint64 count); ///< applied again to a new file
    void failed(const pipeglass::Error &error); ///< a new file could not be changed; watching continues
    void ended(); ///< undone, or the directory was removed

private:
    [[nodiscard]] Result<UniqueFd> openDirectory() const;
    void readEvents();
    void look();
    void applyTo(int fd, const AccessFacts &facts);
    void end();

    Journal m_journal;
    ChangeEntry m_rule;
    QByteArray m_name;
    FileIdentity m_directory;
    UniqueFd m_inotify;
    QSocketNotifier *m_notifier = nullptr;
    QElapsedTimer m_sinceNewFile;
};

} // namespace pipeglass::access
