// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QList>
#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// Paints events in italics, malformed messages with a warning icon, and client and server in different colours, in
/// addition to arrow and text. Marked messages have an icon, notes stand before the message, and colour rules give the
/// background.
class ConversationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ConversationDelegate(QObject *parent = nullptr);

    void setRuleColours(const QList<QColor> &colours) { m_ruleColours = colours; } ///< of ConversationModel::RuleRole

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void initMark(QStyleOptionViewItem *option, const QModelIndex &index) const;

    QIcon m_warning;
    QIcon m_mark;
    QList<QColor> m_ruleColours;
};

} // namespace pipeglass::ui
