// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace pipeglass::models {

/// The processes as the person wants to see them: sorted by any column, what is known of each in its own order, and
/// only what holds every word of the filter text (any case). A process that does is shown with all that is known of it;
/// one that does not, with those of its rows that do. Window's thread.
class ProcessFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ProcessFilterModel(QObject *parent = nullptr);

    [[nodiscard]] QString filterText() const { return m_text; }
    void setFilterText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    QStringList m_words;
};

} // namespace pipeglass::models
