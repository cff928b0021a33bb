// SPDX-License-Identifier: MIT
#include "widgets/icondelegate.h"

#include "widgets/svgicon.h"

namespace pipeglass::ui {

QSize IconDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6);
}

void IconDelegate::decorate(QStyleOptionViewItem *option, const QString &icon) const
{
    auto known = m_icons.find(icon);
    if (known == m_icons.end())
        known = m_icons.insert(icon, svgIcon(icon));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = *known;
    option->decorationSize = QSize(16, 16);
}

} // namespace pipeglass::ui
