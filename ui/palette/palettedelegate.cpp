// SPDX-License-Identifier: MIT
#include "palette/palettedelegate.h"

#include "palette/palettemodel.h"
#include "widgets/colors.h"

#include <QApplication>
#include <QPainter>

namespace pipeglass::ui {

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int margin = 8;
    constexpr int gap = 16;
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget == nullptr ? QApplication::style() : row.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool isSelected = row.state.testFlag(QStyle::State_Selected);
    const bool isUsable = index.data(PaletteModel::UsableRole).toBool();
    const QColor text = row.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? text : secondaryTextColor(row.palette);
    const QFontMetrics &metrics = row.fontMetrics;
    QRect free = row.rect.adjusted(margin, 0, -margin, 0);
    const auto draw = [&](const QRect &area, const QString &words, Qt::Alignment side, Qt::TextElideMode elide) {
        painter->drawText(
            QStyle::visualRect(row.direction, row.rect, area),
            static_cast<int>(QStyle::visualAlignment(row.direction, side | Qt::AlignVCenter)) | Qt::TextSingleLine,
            metrics.elidedText(words, elide, area.width()));
    };
    painter->save();
    painter->setFont(row.font);
    painter->setPen(quiet);
    if (const QString shortcut = index.data(PaletteModel::ShortcutRole).toString(); !shortcut.isEmpty()) {
        const int width = metrics.horizontalAdvance(shortcut) + 1;
        draw(
            QRect(free.right() - width + 1, free.top(), width, free.height()), shortcut, Qt::AlignRight, Qt::ElideNone);
        free.setRight(free.right() - width - gap);
    }
    const QString title = index.data().toString();
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    const int titleWidth = qMin(metrics.horizontalAdvance(title) + 1, free.width() * (detail.isEmpty() ? 10 : 6) / 10);
    const QRect rest(free.left() + titleWidth + gap, free.top(), free.width() - titleWidth - gap, free.height());
    if (rest.width() > gap)
        draw(rest, detail, Qt::AlignRight, Qt::ElideMiddle);
    painter->setPen(isUsable ? text : quiet);
    draw(QRect(free.left(), free.top(), titleWidth, free.height()), title, Qt::AlignLeft, Qt::ElideMiddle);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 200, option.fontMetrics.height() + 10 };
}

} // namespace pipeglass::ui
