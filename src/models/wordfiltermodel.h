// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace pipeglass::models {

/// Accepts rows whose filterRole() text in the first column contains all words of the filter text (any order,
/// case-insensitive). Window's thread.
class WordFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    [[nodiscard]] QString filterText() const { return m_text; }

public Q_SLOTS:
    void setFilterText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QStringList m_words;
};

} // namespace pipeglass::models
