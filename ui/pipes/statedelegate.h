// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "widgets/icondelegate.h"

namespace pipeglass::ui {

class RowActivity;

/// The name of the state's icon (svgicon.h).
[[nodiscard]] QString stateIconName(const catalog::PipeEntry &entry);

/// Paints the state's icon, removed pipes in grey italics, new and removed ones with a glow, and left of the number of
/// unread bytes a line of the last minute.
class StateDelegate : public IconDelegate {
    Q_OBJECT

public:
    /// `activity` may be null; otherwise it must outlive this.
    explicit StateDelegate(const RowActivity *activity, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintLine(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const RowActivity *m_activity;
};

} // namespace pipeglass::ui
