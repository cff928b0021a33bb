// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

#include <QMap>
#include <QObject>

class QAction;
class QTreeView;

namespace pipeglass::ui {

/// The columns of the list of pipes: visibility, width and order. Useful columns are shown automatically, until the
/// user decides. The name column takes the remaining width.
class ListColumns : public QObject {
    Q_OBJECT

public:
    /// `list` must have its model.
    explicit ListColumns(QTreeView *list);

    /// Adapts to new scan options.
    void adapt(const catalog::ScanOptions &options);
    /// Whether rows come from several directories, so that a name may occur twice. Keep it while the options are the
    /// same, so that columns do not move with each such row.
    void setSeveralDirectories(bool several);
    [[nodiscard]] bool hasSeveralDirectories() const { return m_severalDirectories; }
    /// One for each column that can be hidden, in order.
    [[nodiscard]] const QList<QAction *> &toggles() const { return m_toggles; }

    [[nodiscard]] QByteArray saveState() const;
    /// An empty state, or one of another version, sets the defaults.
    void restoreState(const QByteArray &state);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setDefaults();
    void addToggle(int column);
    /// Whether a column is shown by default.
    [[nodiscard]] bool isUseful(int column) const;
    void show();
    void fitNames();

    QTreeView *m_list;
    QList<QAction *> m_toggles;
    QMap<int, bool> m_decided; ///< visibility set by the user
    catalog::Scope m_scope = catalog::Scope::Pipes;
    bool m_namespaces = false;
    bool m_severalDirectories = false;
};

/// The selected rows, one line each, tab-separated.
[[nodiscard]] QString selectedRowsText(const QTreeView &list);

} // namespace pipeglass::ui
