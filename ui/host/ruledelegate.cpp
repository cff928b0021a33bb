// SPDX-License-Identifier: MIT
#include "host/ruledelegate.h"

#include "host/rulemodel.h"

#include <QComboBox>
#include <QSpinBox>

namespace pipeglass::ui {

QWidget *RuleDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (const QStringList choices = RuleModel::choices(index.column()); !choices.isEmpty()) {
        auto *box = new QComboBox(parent);
        box->addItems(choices);
        box->setAccessibleDescription(
            index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        auto *self = const_cast<RuleDelegate *>(this); // the signals of a delegate are not const
        connect(box, &QComboBox::activated, self, [self, box] { Q_EMIT self->commitData(box); });
        return box;
    }
    if (index.column() == RuleModel::Delay) {
        auto *box = new QSpinBox(parent);
        box->setRange(0, rules::longestDelayMs);
        box->setSuffix(tr(" ms"));
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        return box;
    }
    return QStyledItemDelegate::createEditor(parent, option, index);
}

void RuleDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(index.data(Qt::EditRole).toInt());
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void RuleDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentIndex(), Qt::EditRole);
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace pipeglass::ui
