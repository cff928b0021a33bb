// SPDX-License-Identifier: MIT
#include "models/processes/processfiltermodel.h"

#include "models/processes/processtreemodel.h"

namespace pipeglass::models {

ProcessFilterModel::ProcessFilterModel(QObject *parent)
    : WordFilterModel(parent)
{
    setFilterRole(ProcessTreeModel::FilterRole);
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setDynamicSortFilter(true);
}

bool ProcessFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.parent().isValid()) // child rows keep their order
        return (left.row() < right.row()) == (sortOrder() == Qt::AscendingOrder);
    const QVariant first = left.data(ProcessTreeModel::SortRole);
    const QVariant second = right.data(ProcessTreeModel::SortRole);
    if (first.typeId() != QMetaType::QString)
        return first.toLongLong() < second.toLongLong();
    const int order = first.toString().compare(second.toString(), Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left.row() < right.row();
}

} // namespace pipeglass::models
