// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Paints events in italics, malformed messages with a warning icon, and client and server in different colours, in
/// addition to arrow and text.
class ConversationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ConversationDelegate(QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QIcon m_warning;
};

} // namespace pipeglass::ui
