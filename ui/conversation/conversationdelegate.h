// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Events in italics, malformed messages with a warning sign, the two directions in colours of their own beside their
/// arrow and word.
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
