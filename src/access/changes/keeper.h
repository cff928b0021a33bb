// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/changer.h"

#include <QElapsedTimer>
#include <QObject>

class QSocketNotifier;

namespace pipeglass::access {

/// Keeps a change: when the server makes its pipe anew (same directory, same name, same owner, one link), the rule is
/// applied again, with our own rights. The journal's line of the rule counts how often. Ends when the rule is undone or
/// the directory goes. Lives in one thread with an event loop; wakes up for that directory's events only.
class Keeper : public QObject {
    Q_OBJECT

public:
    /// `rule` is a kept change of the journal.
    Keeper(Journal journal, ChangeEntry rule, QObject *parent = nullptr);
    ~Keeper() override;

    /// Fails where the directory cannot be watched.
    [[nodiscard]] Status start();
    [[nodiscard]] const ChangeEntry &rule() const { return m_rule; }

Q_SIGNALS:
    void repeated(quint64 count); ///< applied again to a new file
    void failed(const pipeglass::Error &error); ///< a new file could not be changed; it goes on watching
    void ended(); ///< undone, or the directory is gone

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
