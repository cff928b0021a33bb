// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

#include <QMap>
#include <QObject>

class QAction;
class QTreeView;

namespace pipeglass::ui {

/// The columns of the list of pipes: which are shown, how wide, in what order. Those that are of use with what is
/// listed come and go by themselves, until the person decides. The names take the width that is left.
class ListColumns : public QObject {
    Q_OBJECT

public:
    /// `list` has its model already.
    explicit ListColumns(QTreeView *list);

    /// What is listed from now on.
    void adapt(const catalog::ScanOptions &options);
    /// Whether the rows come from more than one directory, so that one name may stand there twice. To be kept while
    /// the same is listed: a column that came and went with each such row would move the others about.
    void setSeveralDirectories(bool several);
    [[nodiscard]] bool hasSeveralDirectories() const { return m_severalDirectories; }
    /// One a column that can be hidden, in the order of the columns.
    [[nodiscard]] const QList<QAction *> &toggles() const { return m_toggles; }

    [[nodiscard]] QByteArray saveState() const;
    /// Of another version, or empty: as at first.
    void restoreState(const QByteArray &state);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setDefaults();
    void addToggle(int column);
    /// Whether a column is of use when nobody has decided.
    [[nodiscard]] bool isUseful(int column) const;
    void show();
    void fitNames();

    QTreeView *m_list;
    QList<QAction *> m_toggles;
    QMap<int, bool> m_decided; ///< shown or not, by the person
    catalog::Scope m_scope = catalog::Scope::Pipes;
    bool m_namespaces = false;
    bool m_severalDirectories = false;
};

/// The chosen rows as they are shown: a line each, tabs between the columns.
[[nodiscard]] QString selectedRowsText(const QTreeView &list);

} // namespace pipeglass::ui
