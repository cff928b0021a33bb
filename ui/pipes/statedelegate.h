// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// The name of the icon (svgicon.h) for what a pipe is.
[[nodiscard]] QString stateIconName(const catalog::PipeEntry &entry);

/// The rows of the list of pipes: the icon of the state before its word, and those that are gone quiet and slanted.
class StateDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit StateDelegate(QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    mutable QHash<QString, QIcon> m_icons;
};

} // namespace pipeglass::ui
