// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Rows that are easy to hit and to read, with icons of ours (svgicon.h) in them: each is made once, not at each paint.
class IconDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Puts the icon of this name before the text.
    void decorate(QStyleOptionViewItem *option, const QString &icon) const;

private:
    mutable QHash<QString, QIcon> m_icons;
};

} // namespace pipeglass::ui
