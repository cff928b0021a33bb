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
class ListColumns;
class ListSelection;
class MessageBar;

namespace Ui {
class PipesPanel;
}

/// The pipes of the machine with a filter box, and what of them is listed. Those that are gone can stay in sight; they
/// are nobody's choice: nothing can be done with them. Which ones are chosen: ListSelection.
class PipesPanel : public QWidget {
    Q_OBJECT

public:
    explicit PipesPanel(QWidget *parent = nullptr);
    ~PipesPanel() override;

    void
    apply(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference, bool lookedElsewhere = false);

    /// What is listed from now on. Until setLooked() the list says that it looks.
    void setPlaces(const catalog::ScanOptions &options);
    void setLooked();
    void setShowsGone(bool shows);

    /// Null while nothing is chosen, or one that is gone.
    [[nodiscard]] catalog::PipeEntryPtr current() const;
    /// The same where it may be gone, as it was seen last.
    [[nodiscard]] catalog::PipeEntryPtr currentOrGone() const;
    /// All that are chosen and not gone, in the order of the list.
    [[nodiscard]] std::vector<catalog::PipeEntryPtr> selected() const;
    /// The current one is what the person works with, and no other is to take its place when it goes.
    void keepChoice();
    /// Chooses a pipe by path, as soon as it is listed.
    void selectWhenListed(const QByteArray &path);
    /// Chooses a pipe by path if it is in sight; false otherwise.
    bool select(const QByteArray &path);
    /// Dead sockets of .NET pipes in our own namespace that belong to whoever runs the program; filter or not.
    [[nodiscard]] std::vector<catalog::PipeEntryPtr> ownStale() const;
    /// Chooses, among the pipes of this path, the one that this process serves, and clears the filter where that hides
    /// it. Where there is none (any more) the bar says so, and this is false.
    bool selectServedBy(const QByteArray &path, qint64 pid);
    /// Chooses this pipe, and clears the filter where that hides it. One that is not listed (it is in a place that the
    /// list does not look at) becomes the current one all the same, until another is chosen. Null ends that.
    void choose(const catalog::PipeEntryPtr &entry);
    /// The same for somebody who wants to see it in the list: where it is not listed, the bar says so.
    void reveal(const catalog::PipeEntryPtr &entry);
    [[nodiscard]] const models::PipeFilterModel *shown() const { return m_filter; }
    [[nodiscard]] const catalog::PipeHistory &history() const;
    [[nodiscard]] const ListColumns &columns() const { return *m_columns; }
    /// For what came of something that was asked of the list. (What the list cannot see stands in a bar of its own.)
    [[nodiscard]] MessageBar *bar() const;

    void setContextActions(const QList<QAction *> &actions) { m_contextActions = actions; }
    /// Of the button beside the filter.
    void setShowMenu(QMenu *menu);
    /// An action whose shortcut counts while the list has the focus.
    void addListAction(QAction *action);
    void focusList();

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

public Q_SLOTS:
    void focusFilter();
    void copyName() const;
    void copyPath() const;
    /// The chosen rows as they are shown, those that are gone too: a line each, tabs between the columns.
    void copyRows() const;

Q_SIGNALS:
    /// Another pipe was chosen, or the chosen one has changed; null when it is gone.
    void currentChanged(const pipeglass::catalog::PipeEntryPtr &entry);
    /// After that, where a row of one that is gone has been chosen; as it was seen last.
    void goneChosen(const pipeglass::catalog::PipeEntryPtr &entry);
    void applied(); ///< another snapshot
    void filtered(); ///< by other words
    /// Others were chosen, or one of those chosen has changed or gone.
    void selectionChanged(const std::vector<pipeglass::catalog::PipeEntryPtr> &entries);
    void activated(const pipeglass::catalog::PipeEntryPtr &entry); ///< Enter or double click

private:
    void setUpList();
    void showProblems(const catalog::Snapshot &snapshot);
    void adaptWords();
    void showMenu(const QPoint &position);

    std::unique_ptr<Ui::PipesPanel> m_ui;
    models::PipeListModel *m_list;
    models::PipeFilterModel *m_filter;
    ListColumns *m_columns;
    ListSelection *m_selection;
    EmptyText *m_empty;
    catalog::ScanOptions m_places;
    QTimer *m_looking; ///< runs out while a look takes long enough to be told of
    QList<QAction *> m_contextActions;
    std::vector<Error> m_problems; ///< as they stand in their bar, or stood before somebody dismissed it
    bool m_isLooking = true;
};

} // namespace pipeglass::ui
