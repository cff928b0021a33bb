// SPDX-License-Identifier: MIT
#include "models/pipefiltermodel.h"

#include "models/pipelistmodel.h"

#include <algorithm>

namespace pipeglass::models {

PipeFilterModel::PipeFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(PipeListModel::SortRole);
    setDynamicSortFilter(true);
}

void PipeFilterModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

int PipeFilterModel::goneCount() const
{
    int gone = 0;
    for (int row = 0; row < rowCount(); ++row)
        gone += index(row, 0).data(PipeListModel::GoneRole).toBool() ? 1 : 0;
    return gone;
}

bool PipeFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(PipeListModel::FilterRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool PipeFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant first = left.data(PipeListModel::SortRole);
    const QVariant second = right.data(PipeListModel::SortRole);
    const bool areTexts = first.typeId() == QMetaType::QString;
    const int order = areTexts
        ? first.toString().compare(second.toString(), Qt::CaseInsensitive)
        : (first.toLongLong() < second.toLongLong() ? -1 : first.toLongLong() > second.toLongLong());
    if (order != 0)
        return order < 0;
    return left.row() < right.row(); // by path: equals keep one order, whatever came first
}

} // namespace pipeglass::models
