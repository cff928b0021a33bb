// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace pipeglass::models {

/// The list of pipes as the person wants to see it: sorted by any column, and only those that hold every word of the
/// filter text (any case) in name or path, server, owner, state, namespace or what it is. Window's thread.
class PipeFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit PipeFilterModel(QObject *parent = nullptr);

    [[nodiscard]] QString filterText() const { return m_text; }
    /// Of the rows that are left, those of what is gone.
    [[nodiscard]] int goneCount() const;

public Q_SLOTS:
    void setFilterText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    QStringList m_words;
};

} // namespace pipeglass::models
