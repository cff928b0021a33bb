// SPDX-License-Identifier: MIT
#pragma once

#include "models/processfact.h"

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Puts an icon before the name of a process and of each thing that is known of it, and makes the rows as high as those
/// of the list of pipes.
class ProcessDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ProcessDelegate(QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QIcon icon(const QString &name) const;

    mutable QHash<QString, QIcon> m_icons;
};

} // namespace pipeglass::ui
