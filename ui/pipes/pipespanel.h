// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/snapshot.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace pipeglass::models {
class PipeFilterModel;
class PipeListModel;
} // namespace pipeglass::models

namespace pipeglass::ui {

namespace Ui {
class PipesPanel;
}

/// The pipes of the machine with a filter box. The chosen pipe stays chosen through every change; one that goes and
/// comes back under its name (as the classic .NET loop does after each client) is chosen again.
class PipesPanel : public QWidget {
    Q_OBJECT

public:
    explicit PipesPanel(QWidget *parent = nullptr);
    ~PipesPanel() override;

    void apply(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference);

    /// Null while nothing is chosen.
    [[nodiscard]] catalog::PipeEntryPtr current() const;
    /// All that are chosen, in the order of the list.
    [[nodiscard]] std::vector<catalog::PipeEntryPtr> selected() const;
    /// Chooses a pipe by path, as soon as it is listed.
    void selectWhenListed(const QByteArray &path);
    /// Chooses a pipe by path if it is in sight; false otherwise.
    bool select(const QByteArray &path);
    [[nodiscard]] const models::PipeFilterModel *shown() const { return m_filter; }

    /// What the context menu offers beside copying.
    void setContextActions(const QList<QAction *> &actions) { m_contextActions = actions; }
    void focusList();

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

public Q_SLOTS:
    void focusFilter();
    void copyName() const;
    void copyPath() const;

Q_SIGNALS:
    /// Another pipe was chosen, or the chosen one has changed; null when it is gone.
    void currentChanged(const pipeglass::catalog::PipeEntryPtr &entry);
    /// Others were chosen, or one of those chosen has changed or gone.
    void selectionChanged(const std::vector<pipeglass::catalog::PipeEntryPtr> &entries);
    void activated(const pipeglass::catalog::PipeEntryPtr &entry); ///< Enter or double click

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpList();
    void fitNames();
    void reportCurrent();
    void reportSelection();
    void adaptCount();
    void showMenu(const QPoint &position);

    std::unique_ptr<Ui::PipesPanel> m_ui;
    models::PipeListModel *m_list;
    models::PipeFilterModel *m_filter;
    QList<QAction *> m_contextActions;
    QByteArray m_chosen; ///< path; stays when the pipe goes
    QByteArray m_awaited; ///< path to be chosen when it comes
    catalog::PipeEntryPtr m_reported;
    std::vector<catalog::PipeEntryPtr> m_reportedSelection;
    QStringList m_problems;
    bool m_applying = false; ///< a snapshot; what the selection goes through meanwhile is nobody's wish
};

} // namespace pipeglass::ui
