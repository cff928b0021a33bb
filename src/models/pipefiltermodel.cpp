// SPDX-License-Identifier: MIT
#include "models/pipefiltermodel.h"

#include "models/pipelistmodel.h"

namespace pipeglass::models {

PipeFilterModel::PipeFilterModel(QObject *parent)
    : WordFilterModel(parent)
{
    setFilterRole(PipeListModel::FilterRole);
    setSortRole(PipeListModel::SortRole);
    setDynamicSortFilter(true);
}

int PipeFilterModel::goneCount() const
{
    int gone = 0;
    for (int row = 0; row < rowCount(); ++row)
        gone += index(row, 0).data(PipeListModel::GoneRole).toBool() ? 1 : 0;
    return gone;
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
    return left.row() < right.row(); // by path, so that the order of equal rows is stable
}

} // namespace pipeglass::models
