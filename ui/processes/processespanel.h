// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QWidget>

#include <memory>

class QAction;

namespace pipeglass::models {
class ProcessFilterModel;
class ProcessTreeModel;
} // namespace pipeglass::models

namespace pipeglass::ui {

class CatalogService;
class EmptyText;
class ProcessPoller;

namespace Ui {
class ProcessesPanel;
}

/// The .NET processes with their pipes, a filter field, and details of the selected one. Refreshes only while visible.
/// Selection and expansion are kept.
class ProcessesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProcessesPanel(QWidget *parent = nullptr);
    ~ProcessesPanel() override;

    /// Call once, before it is shown; the service must outlive the panel.
    void setService(CatalogService &service);
    /// Whether pipes in other mount namespaces are shown.
    void setNamespaces(bool wanted);
    /// Additional context menu actions for a pipe.
    void setContextActions(const QList<QAction *> &actions) { m_contextActions = actions; }
    /// Additional context menu actions for a process.
    void setProcessActions(const QList<QAction *> &actions) { m_processActions = actions; }
    void apply(const catalog::DotNetProcesses &found);

    [[nodiscard]] const models::ProcessFilterModel *shown() const { return m_filter; }
    [[nodiscard]] pid_t chosenPid() const; ///< of the selected process, or that of the selected pipe; 0: none
    void focusTree();
    /// Selects the row of this process after the next update; if there is none, the bar says so.
    void choose(qint64 pid);
    [[nodiscard]] QByteArray saveState() const;
    /// An empty state, or an invalid one, sets the defaults.
    void restoreState(const QByteArray &state);

public Q_SLOTS:
    void refresh(); ///< at once, if visible
    void noteChange(); ///< the catalog has changed
    void focusFilter();

Q_SIGNALS:
    /// A row about a pipe was selected, or its pipe has changed; null if the row was removed.
    void pipeChosen(const pipeglass::catalog::PipeEntryPtr &pipe);
    void processChosen(); ///< chosenPid() may have changed
    void pipeActivated(); ///< the selected one, by Enter or double click
    void listRequested(const pipeglass::catalog::PipeEntryPtr &pipe); ///< show it in the list of pipes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpTree();
    void setDefaultColumns();
    void fitColumns();
    void filter(const QString &text);
    void onRowSelected(const QModelIndex &now);
    void chooseWanted();
    void chooseAgain();
    void reportPipe(const catalog::PipeEntryPtr &pipe);
    void reportAgain(const catalog::PipeEntryPtr &pipe);
    void adaptSheet();
    void updateTexts();
    void adaptHidden(int processes);
    void fitExpansion(const QModelIndex &process);
    void unfold(bool all);
    [[nodiscard]] QModelIndex source(const QModelIndex &index) const;
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &position);
    void copyRow() const;

    std::unique_ptr<Ui::ProcessesPanel> m_ui;
    models::ProcessTreeModel *m_tree;
    models::ProcessFilterModel *m_filter;
    EmptyText *m_empty = nullptr;
    ProcessPoller *m_look = nullptr;
    QList<QAction *> m_contextActions;
    QList<QAction *> m_processActions;
    QHash<pid_t, bool> m_unfolded; ///< set by the user
    QPersistentModelIndex m_chosen; ///< of m_tree, so that it remains while filtered out
    QPersistentModelIndex m_chosenProcess;
    catalog::PipeEntryPtr m_reported;
    std::vector<Error> m_problems;
    qint64 m_wanted = 0; ///< pid to select after the next update
    bool m_namespaces = false;
    bool m_hasLooked = false;
    bool m_isUpdatingRows = false; ///< rows are changing; ignore changes of the view's selection
};

} // namespace pipeglass::ui
