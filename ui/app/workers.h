// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/watcher.h"
#include "core/threads/callqueue.h"
#include "engine/engine.h"
#include "exchange/repair.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace pipeglass::ui {

class AccessService;
class CatalogService;

/// The background threads of the window: engine (sockets, recordings), catalog (scans), and those of the services.
/// Create and destroy it in the window's thread.
class Workers : public QObject {
    Q_OBJECT

public:
    explicit Workers(const catalog::ScanOptions &options, QObject *parent = nullptr);
    ~Workers() override;

    [[nodiscard]] engine::Engine &engine() { return *m_engine; }
    /// Valid as long as the workers.
    [[nodiscard]] AccessService &access() { return *m_access; }

    /// Likewise.
    [[nodiscard]] CatalogService &catalog() { return *m_catalog; }

    // Forwarded to the watcher's thread.
    void startWatching();
    void stopWatching();
    void refresh();
    void setScanOptions(const catalog::ScanOptions &options);

    /// The scan options set last.
    [[nodiscard]] const catalog::ScanOptions &options() const { return m_options; }

    /// Shuts down engine, then catalog, without blocking: closes every session, so that our files are removed.
    /// `finished` follows after at most 5 s for the sessions and 2 s for both threads.
    void shutDown();

Q_SIGNALS:
    /// `optionsChanged`: caused by changed scan options, so missing pipes may still exist.
    void catalogChanged(
        const pipeglass::catalog::SnapshotPtr &snapshot, const pipeglass::catalog::SnapshotDiff &difference,
        bool optionsChanged);
    /// The result of the options set last is complete.
    void scanned();
    /// At the start: what was undone of taps that had ended without leaving; not empty.
    void repaired(const std::vector<pipeglass::exchange::RepairOutcome> &outcomes);
    void finished();

private:
    void tellWatcher(void (catalog::Watcher::*call)());
    void end();

    // Deleted when they have ended; a thread that hangs ends with the program.
    QThread *m_engineThread;
    QThread *m_catalogThread;
    engine::Engine *m_engine; ///< empty after its thread has ended; deleted with this object
    catalog::Watcher *m_watcher; ///< deleted by its thread at its end
    CallQueue m_reports; ///< from the catalog thread
    std::unique_ptr<AccessService> m_access;
    std::unique_ptr<CatalogService> m_catalog;
    catalog::ScanOptions m_options;
    int m_pendingScans = 0; ///< scans requested
    bool m_optionsChanged = false; ///< while the result of changed options arrives
    QTimer m_timeout;
    bool m_ended = false;
    bool m_engineHangs = false; ///< its thread ends with the program, and so does the engine
};

} // namespace pipeglass::ui
