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

/// The selected pipes, through all changes of the list. A pipe that is removed and created again (as by the usual .NET
/// loop after each client) stays selected. Until the user selects one, the first row is selected. A visible current row
/// stays visible.
class ListSelection : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it; `list` shows `filter`, which shows `model`.
    ListSelection(QTreeView *list, models::PipeListModel *model, models::PipeFilterModel *filter);

    /// Null if nothing or a removed pipe is selected.
    [[nodiscard]] catalog::PipeEntryPtr current() const;
    /// Also a removed pipe, with its last state.
    [[nodiscard]] catalog::PipeEntryPtr currentOrGone() const;
    /// Whether the current pipe has no row.
    [[nodiscard]] bool isUnlisted() const { return m_unlisted != nullptr; }
    /// All selected pipes that exist, in the order of the list.
    [[nodiscard]] std::vector<catalog::PipeEntryPtr> selected() const;
    /// Treats the current pipe as chosen by the user, so that no other one is selected when it is removed.
    void keep() { m_isByPerson = true; }
    /// Selects a pipe by path if it is visible; else returns false.
    bool select(const QByteArray &path);
    /// Selects the chosen pipe again if the filter hid it.
    void selectAgain();
    void selectWhenListed(const QByteArray &path);
    void selectRow(int row); ///< of the model
    /// Makes a pipe current: its row, or without a row itself, until another one is chosen. Null ends that.
    void choose(const catalog::PipeEntryPtr &entry);
    /// After a change of the filter or of the listed kinds.
    void settle();

    void beginUpdate(); ///< before the model is updated
    void endUpdate(bool optionsChanged);

Q_SIGNALS:
    /// Another pipe was selected, or the selected one changed; null if it was removed.
    void currentChanged(const pipeglass::catalog::PipeEntryPtr &entry);
    /// After that, if a removed pipe was selected, with its last state.
    void goneChosen(const pipeglass::catalog::PipeEntryPtr &entry);
    /// The selection, or a selected pipe, has changed.
    void selectionChanged(const std::vector<pipeglass::catalog::PipeEntryPtr> &entries);
    void hiddenByFilter(); ///< the row to select is hidden

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
    QByteArray m_chosen; ///< path; remains when the pipe is removed
    QByteArray m_awaited; ///< path to select when it appears
    catalog::PipeEntryPtr m_unlisted; ///< chosen, without a row
    catalog::PipeEntryPtr m_reported;
    catalog::PipeEntryPtr m_reportedGone;
    std::vector<catalog::PipeEntryPtr> m_reportedSelection;
    QByteArray m_before; ///< m_chosen before the update
    bool m_wasInSight = false; ///< before the update
    bool m_isByPerson = true; ///< m_chosen by the user; else the first row
    bool m_updating = false; ///< ignore changes of the selection meanwhile
};

} // namespace pipeglass::ui
