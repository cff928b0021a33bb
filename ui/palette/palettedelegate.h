// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Paints an entry of the command palette in one line: title, detail or reason, shortcut. Long texts are elided.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace pipeglass::ui
