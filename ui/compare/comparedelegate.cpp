// SPDX-License-Identifier: MIT
#include "compare/comparedelegate.h"

#include "compare/comparemodel.h"
#include "widgets/colors.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>

namespace pipeglass::ui {

namespace {

constexpr double rowTint = 0.14;
constexpr double partTint = 0.38;

QColor tintOf(const QModelIndex &index)
{
    return index.data(CompareModel::IsLeftRole).toBool() ? errorColor() : goodColor();
}

bool isTinted(const QModelIndex &index)
{
    const auto change = static_cast<compare::Change>(index.data(CompareModel::ChangeRole).toInt());
    const QVariant isLeft = index.data(CompareModel::IsLeftRole);
    if (change == compare::Change::Same || !isLeft.isValid())
        return false;
    return change == compare::Change::Changed || (change == compare::Change::OnlyLeft) == isLeft.toBool();
}

} // namespace

CompareDelegate::CompareDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_fixedFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family())
{
}

void CompareDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->font.setFamily(m_fixedFamily);
    option->textElideMode = Qt::ElideRight;
    if (isTinted(index))
        option->backgroundBrush = mixed(option->palette.color(QPalette::Base), tintOf(index), rowTint);
    option->state &= ~QStyle::State_Selected; // paint() draws a frame instead, for the colours stay visible then
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant part = index.data(CompareModel::PartRole);
    const QSize range = part.toSize();
    if (part.isValid() && range.height() > range.width()) {
        // The ground first, then a stronger one behind the changed characters, then the text.
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        const QRect inside = style->subElementRect(QStyle::SE_ItemViewItemText, &ground, option.widget)
                                 .adjusted(style->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1, 0, 0, 0);
        const QFontMetrics metrics(ground.font);
        painter->fillRect(option.rect, ground.backgroundBrush);
        const int start = inside.left() + metrics.horizontalAdvance(ground.text.left(range.width()));
        const int end = inside.left() + metrics.horizontalAdvance(ground.text.left(range.height()));
        const QRect changed = QRect(start, option.rect.top() + 1, end - start, option.rect.height() - 2) & option.rect;
        painter->fillRect(changed, mixed(option.palette.color(QPalette::Base), tintOf(index), partTint));
        ground.backgroundBrush = Qt::NoBrush;
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    } else {
        QStyledItemDelegate::paint(painter, option, index);
    }
    if ((option.state & QStyle::State_Selected) != 0) {
        const QRect &cell = option.rect;
        painter->fillRect(cell.left(), cell.top(), cell.width(), 1, option.palette.highlight());
        painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, option.palette.highlight());
    }
}

} // namespace pipeglass::ui
