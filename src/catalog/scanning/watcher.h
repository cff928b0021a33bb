// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

#include <QObject>

namespace pipeglass::catalog {

/// Keeps a snapshot up to date while started: inotify for names, and a socket dump at most once a second, less often if
/// it would take more than 1 % of a core. Lives in the catalog thread (in a command, the main thread); all slots run
/// there.
class Watcher : public QObject {
    Q_OBJECT

public:
    explicit Watcher(ScanOptions options, QObject *parent = nullptr);
    ~Watcher() override;

public Q_SLOTS:
    /// Emits `changed` for the first snapshot at once (also if it is empty), then for every difference. After stop()
    /// the first difference is from the last emitted snapshot.
    void start();
    /// Stops all timers and inotify until the next start().
    void stop();
    /// Changes directories and filter. Entries that are no longer covered are reported as removed, others as added.
    void setScanOptions(const pipeglass::catalog::ScanOptions &options);
    /// Scans again at once.
    void refresh();

Q_SIGNALS:
    /// Emitted only for differences; if only the problems differ, the difference is empty. `snapshot` is the state
    /// after `difference`.
    void changed(const pipeglass::catalog::SnapshotPtr &snapshot, const pipeglass::catalog::SnapshotDiff &difference);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::catalog
