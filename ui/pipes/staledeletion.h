// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"

#include <QObject>

#include <vector>

namespace pipeglass::ui {

class CatalogService;
class MessageBar;

/// Whether a row is one that deleting may be offered for at all: a dead socket's file in our own namespace.
[[nodiscard]] bool isDeletable(const catalog::PipeEntry &entry);

/// Deletes dead sockets as the person asks for it: says what would go and waits for the answer, then some at a time, so
/// that it can be stopped, and at the end what came of it, in the bar. One such order at a time.
class StaleDeletion : public QObject {
    Q_OBJECT

public:
    /// All outlive it. `window` is what the questions stand before.
    StaleDeletion(CatalogService &service, MessageBar &bar, QWidget *window);

    /// Asks about these, which are deletable.
    void ask(const std::vector<catalog::PipeEntryPtr> &pipes);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// The last one is done with, or the person has stopped it; the list is to be looked at again.
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
    std::vector<Status> m_outcomes; ///< of the first of those
    bool m_isBusy = false;
    bool m_isStopped = false;
};

} // namespace pipeglass::ui
