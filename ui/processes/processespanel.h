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
class ProcessLook;

namespace Ui {
class ProcessesPanel;
}

/// The .NET processes, each with its pipes, with a filter box and the facts of the chosen one. Looks only while it is
/// in sight. What is chosen and what is unfolded stay so through every change.
class ProcessesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProcessesPanel(QWidget *parent = nullptr);
    ~ProcessesPanel() override;

    /// Once, before it is shown; outlives the panel.
    void setService(CatalogService &service);
    /// Whether pipes of other mount namespaces are shown, as the list does it.
    void setNamespaces(bool wanted);
    /// What the context menu offers for a pipe beside copying.
    void setContextActions(const QList<QAction *> &actions) { m_contextActions = actions; }
    void apply(const catalog::DotNetProcesses &found);

    [[nodiscard]] const models::ProcessFilterModel *shown() const { return m_filter; }
    void focusTree();
    /// Chooses the row of this process, after a look; where there is none, the bar says so.
    void choose(qint64 pid);
    [[nodiscard]] QByteArray saveState() const;
    /// Empty, or of another program: as at first.
    void restoreState(const QByteArray &state);

public Q_SLOTS:
    void refresh(); ///< looks at once, if it is in sight
    void noteChange(); ///< something has changed on the machine
    void focusFilter();

Q_SIGNALS:
    /// A row about a pipe was chosen, or what is known of that pipe has changed; null when the row is gone.
    void pipeChosen(const pipeglass::catalog::PipeEntryPtr &pipe);
    void pipeActivated(); ///< the chosen one, by Enter or double click
    void listRequested(const pipeglass::catalog::PipeEntryPtr &pipe); ///< show it in the list of pipes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpTree();
    void setDefaultColumns();
    void fitColumns();
    void setUpFilter();
    void filter(const QString &text);
    void chose(const QModelIndex &now);
    void chooseWanted();
    void chooseAgain();
    void reportPipe(const catalog::PipeEntryPtr &pipe);
    void reportAgain(const catalog::PipeEntryPtr &pipe);
    void adaptSheet();
    void adaptWords();
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
    ProcessLook *m_look = nullptr;
    QList<QAction *> m_contextActions;
    QHash<pid_t, bool> m_unfolded; ///< as the person wants it
    QPersistentModelIndex m_chosen; ///< of m_tree, so that it stays while the filter hides it
    QPersistentModelIndex m_chosenProcess;
    catalog::PipeEntryPtr m_reported;
    std::vector<Error> m_problems;
    qint64 m_wanted = 0; ///< pid, to be chosen after the next look
    bool m_namespaces = false;
    bool m_hasLooked = false;
    bool m_isSettling = false; ///< rows come and go; what the view makes of it is nobody's wish
};

} // namespace pipeglass::ui
