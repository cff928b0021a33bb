// SPDX-License-Identifier: MIT
#include "models/processfiltermodel.h"

#include "models/processtreemodel.h"

#include <algorithm>

namespace pipeglass::models {

ProcessFilterModel::ProcessFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setDynamicSortFilter(true);
}

void ProcessFilterModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ProcessFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(ProcessTreeModel::FilterRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool ProcessFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.parent().isValid()) // what is known of a process keeps its order, whichever way the processes go
        return (left.row() < right.row()) == (sortOrder() == Qt::AscendingOrder);
    const QVariant first = left.data(ProcessTreeModel::SortRole);
    const QVariant second = right.data(ProcessTreeModel::SortRole);
    if (first.typeId() != QMetaType::QString)
        return first.toLongLong() < second.toLongLong();
    const int order = first.toString().compare(second.toString(), Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left.row() < right.row();
}

} // namespace pipeglass::models
