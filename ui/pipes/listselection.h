// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"

#include <QModelIndex>
#include <QObject>

class QTreeView;

namespace pipeglass::models {
class PipeFilterModel;
class PipeListModel;
} // namespace pipeglass::models

namespace pipeglass::ui {

/// Which pipes of the list are chosen, through every change of it. One that goes and comes back under its name (as the
/// classic .NET loop does after each client) is chosen again. Until somebody chooses, the first one is; when that one
/// goes, the next. A row that was in sight stays in sight.
class ListSelection : public QObject {
    Q_OBJECT

public:
    /// All outlive it; `list` shows `filter`, which shows `model`.
    ListSelection(QTreeView *list, models::PipeListModel *model, models::PipeFilterModel *filter);

    /// Null while nothing is chosen, or one that is gone.
    [[nodiscard]] catalog::PipeEntryPtr current() const;
    /// The same where it may be gone, as it was seen last.
    [[nodiscard]] catalog::PipeEntryPtr currentOrGone() const;
    /// Whether the current one is in no row.
    [[nodiscard]] bool isUnlisted() const { return m_unlisted != nullptr; }
    /// All that are chosen and not gone, in the order of the list.
    [[nodiscard]] std::vector<catalog::PipeEntryPtr> selected() const;
    /// The current one is what the person works with, and no other is to take its place when it goes.
    void keep() { m_isByPerson = true; }
    /// Chooses a pipe by path if it is in sight; false otherwise.
    bool select(const QByteArray &path);
    /// The same with the one that is chosen, where the filter hid it.
    void selectAgain();
    void selectWhenListed(const QByteArray &path);
    void selectRow(int row); ///< of the model
    /// Makes this one current: its row, or, where it has none, itself until another is chosen. Null ends that.
    void choose(const catalog::PipeEntryPtr &entry);
    /// After a change of the filter, or of what is shown at all.
    void settle();

    void beginUpdate(); ///< before the model takes over a snapshot
    void endUpdate(bool lookedElsewhere);

Q_SIGNALS:
    /// Another pipe was chosen, or the chosen one has changed; null when it is gone.
    void currentChanged(const pipeglass::catalog::PipeEntryPtr &entry);
    /// After that, where a row of one that is gone has been chosen; as it was seen last.
    void goneChosen(const pipeglass::catalog::PipeEntryPtr &entry);
    /// Others were chosen, or one of those chosen has changed or gone.
    void selectionChanged(const std::vector<pipeglass::catalog::PipeEntryPtr> &entries);
    void hiddenByFilter(); ///< the row that is to be chosen now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void currentRowChanged(const QModelIndex &now);
    void setCurrent(const QModelIndex &index);
    [[nodiscard]] bool isCurrentInSight() const;
    void showCurrent();
    void chooseFirst();
    void reportCurrent();
    void reportSelection();

    QTreeView *m_list;
    models::PipeListModel *m_model;
    models::PipeFilterModel *m_filter;
    QByteArray m_chosen; ///< path; stays when the pipe goes
    QByteArray m_awaited; ///< path to be chosen when it comes
    catalog::PipeEntryPtr m_unlisted; ///< chosen, though it is in no row
    catalog::PipeEntryPtr m_reported;
    catalog::PipeEntryPtr m_reportedGone;
    std::vector<catalog::PipeEntryPtr> m_reportedSelection;
    QByteArray m_before; ///< m_chosen before the update
    bool m_wasInSight = false; ///< before the update
    bool m_isByPerson = true; ///< m_chosen; else it is the first that there was
    bool m_updating = false; ///< what the selection goes through meanwhile is nobody's wish
};

} // namespace pipeglass::ui
