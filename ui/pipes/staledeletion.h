// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"

#include <QObject>

#include <vector>

namespace pipeglass::ui {

class CatalogService;
class MessageBar;

/// Whether a row can be deleted: a stale file in our own namespace.
[[nodiscard]] bool isDeletable(const catalog::PipeEntry &entry);

/// Deletes stale files: asks, deletes in batches, so that it can be stopped, and shows the result in the bar. One run
/// at a time.
class StaleDeletion : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it. `window`: parent of the dialogs.
    StaleDeletion(CatalogService &service, MessageBar &bar, QWidget *window);

    /// Asks to delete these files, which must be deletable.
    void ask(const std::vector<catalog::PipeEntryPtr> &pipes);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// The run has ended or was stopped; refresh the list.
    void finished();

private:
    void start(const std::vector<catalog::PipeEntryPtr> &pipes);
    void next();
    void conclude();
    void showDetails();

    CatalogService &m_service;
    MessageBar &m_bar;
    QWidget *m_window;
    std::vector<catalog::PipeEntryPtr> m_pipes;
    std::vector<Status> m_outcomes; ///< of the first m_pipes
    bool m_isBusy = false;
    bool m_isStopped = false;
};

} // namespace pipeglass::ui
