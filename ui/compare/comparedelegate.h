// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Tints the cells of a CompareModel that differ, and the changed part of a text more than the rest. The mark in the
/// first column says the same without colour.
class CompareDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CompareDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QString m_fixedFamily;
};

} // namespace pipeglass::ui
