// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Base class of delegates with larger rows and SVG icons (svgicon.h), which are cached.
class IconDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Adds the icon with this name before the text.
    void decorate(QStyleOptionViewItem *option, const QString &icon) const;

private:
    mutable QHash<QString, QIcon> m_icons;
};

} // namespace pipeglass::ui
