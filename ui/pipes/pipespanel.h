// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipehistory.h"
#include "catalog/scanning/scanner.h"

#include <QWidget>

#include <memory>

class QMenu;
class QTimer;

namespace pipeglass::models {
class PipeFilterModel;
class PipeListModel;
} // namespace pipeglass::models

namespace pipeglass::ui {

class EmptyText;
class FirstPage;
class ListColumns;
class ListSelection;
class MessageBar;
class RowActivity;

namespace Ui {
class PipesPanel;
}

/// The list of pipes with a filter field and the menu of what to list. Removed pipes can remain visible, but cannot be
/// used. For the selection see ListSelection.
class PipesPanel : public QWidget {
    Q_OBJECT

public:
    explicit PipesPanel(QWidget *parent = nullptr);
    ~PipesPanel() override;

    void
    apply(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference, bool optionsChanged = false);

    /// Sets the scan options. Until setScanned() the list shows that it is being updated.
    void setScanOptions(const catalog::ScanOptions &options);
    void setScanned();
    void setShowsGone(bool shows);

    /// Null if nothing or a removed pipe is selected.
    [[nodiscard]] catalog::PipeEntryPtr current() const;
    /// Also a removed pipe, with its last state.
    [[nodiscard]] catalog::PipeEntryPtr currentOrGone() const;
    /// All selected pipes that exist, in the order of the list.
    [[nodiscard]] std::vector<catalog::PipeEntryPtr> selected() const;
    /// Treats the current pipe as chosen by the user, so that no other one is selected when it is removed.
    void keepChoice();
    /// Selects a pipe by path when it is listed.
    void selectWhenListed(const QByteArray &path);
    /// Selects a pipe by path if it is visible; else returns false.
    bool select(const QByteArray &path);
    /// Stale .NET pipes of the user in our own namespace, also filtered ones.
    [[nodiscard]] std::vector<catalog::PipeEntryPtr> ownStale() const;
    /// Selects the pipe of this path that this process serves, and clears the filter if it hides it. If there is none,
    /// the bar says so, and it returns false.
    bool selectServedBy(const QByteArray &path, qint64 pid);
    /// Selects this pipe, and clears the filter if it hides it. A pipe without a row becomes current until another one
    /// is selected. Null ends that.
    void choose(const catalog::PipeEntryPtr &entry);
    /// Like choose(), with a message in the bar if it is not listed.
    void reveal(const catalog::PipeEntryPtr &entry);
    [[nodiscard]] const models::PipeFilterModel *shown() const { return m_filter; }
    [[nodiscard]] const catalog::PipeHistory &history() const;
    [[nodiscard]] const ListColumns &columns() const { return *m_columns; }
    /// For results of actions. (Problems of the list have their own bar.)
    [[nodiscard]] MessageBar *bar() const;

    void setContextActions(const QList<QAction *> &actions) { m_contextActions = actions; }
    /// Shown instead of the list while there are no pipes.
    [[nodiscard]] FirstPage *firstPage() const { return m_first; }
    /// Whether new and removed rows glow.
    void setAnimated(bool wanted);
    /// The menu of the button next to the filter.
    void setShowMenu(QMenu *menu);
    /// An action whose shortcut works while the list has the focus.
    void addListAction(QAction *action);
    void focusList();

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

public Q_SLOTS:
    void focusFilter();
    void copyName() const;
    void copyPath() const;
    /// The selected rows, also removed pipes, one line each, tab-separated.
    void copyRows() const;

Q_SIGNALS:
    /// Another pipe was selected, or the selected one changed; null if it was removed.
    void currentChanged(const pipeglass::catalog::PipeEntryPtr &entry);
    /// After that, if a removed pipe was selected, with its last state.
    void goneChosen(const pipeglass::catalog::PipeEntryPtr &entry);
    void picked(); ///< select() or keepChoice() was called: something has begun with a pipe
    void applied(); ///< after an update by a snapshot
    void filtered(); ///< the filter text changed
    /// The selection, or a selected pipe, has changed.
    void selectionChanged(const std::vector<pipeglass::catalog::PipeEntryPtr> &entries);
    void activated(const pipeglass::catalog::PipeEntryPtr &entry); ///< Enter or double click

private:
    void setUpList();
    void showProblems(const catalog::Snapshot &snapshot);
    void updateTexts();
    void showFirstPage(bool shows);
    void dropLeaving(const std::vector<QByteArray> &paths);
    void showMenu(const QPoint &position);

    std::unique_ptr<Ui::PipesPanel> m_ui;
    models::PipeListModel *m_list;
    models::PipeFilterModel *m_filter;
    ListColumns *m_columns;
    ListSelection *m_selection;
    EmptyText *m_empty;
    FirstPage *m_first;
    RowActivity *m_activity;
    catalog::ScanOptions m_scanOptions;
    QTimer *m_looking; ///< delay before a message about a running scan
    QList<QAction *> m_contextActions;
    std::vector<Error> m_problems; ///< shown in their bar, or dismissed there
    bool m_isLooking = true;
    bool m_isFirst = true; ///< before the first snapshot
};

} // namespace pipeglass::ui
