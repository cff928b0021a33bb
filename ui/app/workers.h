// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/watcher.h"
#include "core/threads/callqueue.h"
#include "engine/engine.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace pipeglass::ui {

class AccessService;
class CatalogService;

/// The threads behind the window: one for the engine (sockets, recordings), one for the catalog (scans), and those of
/// the access service. Made and ended in the window's thread.
class Workers : public QObject {
    Q_OBJECT

public:
    explicit Workers(const catalog::ScanOptions &options, QObject *parent = nullptr);
    ~Workers() override;

    [[nodiscard]] engine::Engine &engine() { return *m_engine; }
    /// Has threads of its own and lives as long as the workers.
    [[nodiscard]] AccessService &access() { return *m_access; }

    /// Likewise.
    [[nodiscard]] CatalogService &catalog() { return *m_catalog; }

    // Of the watcher, across the threads.
    void startWatching();
    void stopWatching();
    void refresh();
    void setScanOptions(const catalog::ScanOptions &options);

    /// Where is looked, and for what, as it was asked for last.
    [[nodiscard]] const catalog::ScanOptions &options() const { return m_options; }

    /// Ends engine, then catalog, without waiting: every session is closed, so that our files in the file system go.
    /// `finished` follows, at the latest when the time for it is up: 5 s for the sessions, 2 s for both threads.
    void shutDown();

Q_SIGNALS:
    /// `lookedElsewhere`: the difference comes of a look at other places, and what is missing has not gone.
    void catalogChanged(
        const pipeglass::catalog::SnapshotPtr &snapshot, const pipeglass::catalog::SnapshotDiff &difference,
        bool lookedElsewhere);
    /// What there is in the places asked for last has been told.
    void looked();
    void finished();

private:
    void tellWatcher(void (catalog::Watcher::*call)());
    void end();

    // Deleted when they have ended; one that does not in time is left to end with the program.
    QThread *m_engineThread;
    QThread *m_catalogThread;
    engine::Engine *m_engine; ///< empty when its thread has ended, and deleted with this
    catalog::Watcher *m_watcher; ///< deleted by its thread when that ends
    CallQueue m_reports; ///< from the catalog thread
    std::unique_ptr<AccessService> m_access;
    std::unique_ptr<CatalogService> m_catalog;
    catalog::ScanOptions m_options;
    int m_looks = 0; ///< asked for
    bool m_lookedElsewhere = false; ///< while what comes of such a look arrives
    QTimer m_patience;
    bool m_ended = false;
    bool m_engineHangs = false; ///< its thread is left to end with the program, and so is the engine
};

} // namespace pipeglass::ui
