// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

#include <QObject>

namespace pipeglass::catalog {

/// Keeps a snapshot up to date while somebody looks: inotify for names, a dump of the kernel's sockets at most once a
/// second, and less often where there are so many that it would take more than a hundredth of a core. Lives in the
/// catalog thread (or the only one of a command); all slots run there.
class Watcher : public QObject {
    Q_OBJECT

public:
    explicit Watcher(ScanOptions options, QObject *parent = nullptr);
    ~Watcher() override;

public Q_SLOTS:
    /// Start to look: emits `changed` for the first snapshot at once (also when it is empty), then for every
    /// difference. After a stop() the first difference is to what was told last.
    void start();
    /// Nobody looks any more: no timer, no inotify, no wake-up until the next start().
    void stop();
    /// Look at other places, or for more or fewer kinds of files, from now on. What is not looked at any more is told
    /// as removed, what comes into sight as added.
    void lookAt(const pipeglass::catalog::ScanOptions &options);
    /// Look again now, whatever the timers say.
    void refresh();

Q_SIGNALS:
    /// Only emitted when something differs; where that is only a problem, the difference is empty. `snapshot` is the
    /// state after `difference`.
    void changed(const pipeglass::catalog::SnapshotPtr &snapshot, const pipeglass::catalog::SnapshotDiff &difference);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::catalog
