// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Editors of a RuleModel: boxes for columns with choices, a number for the delay, fields for texts.
class RuleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QWidget *
    createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace pipeglass::ui
