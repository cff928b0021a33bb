// SPDX-License-Identifier: MIT
#include "problems/findingdelegate.h"

#include "models/problems/findinglistmodel.h"

namespace pipeglass::ui {

void FindingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    IconDelegate::initStyleOption(option, index);
    if (index.column() != models::FindingListModel::Pipe)
        return;
    const QString severity = index.data(models::FindingListModel::SeverityRole).toString();
    decorate(option, severity == QLatin1String("note") ? QStringLiteral("info") : severity);
}

} // namespace pipeglass::ui
