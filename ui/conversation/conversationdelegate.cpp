// SPDX-License-Identifier: MIT
#include "conversation/conversationdelegate.h"

#include "models/conversation/conversationmodel.h"
#include "widgets/colors.h"
#include "widgets/svgicon.h"

#include <QFontDatabase>

namespace pipeglass::ui {

using models::ConversationModel;

ConversationDelegate::ConversationDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_warning(svgIcon(QStringLiteral("warning")))
    , m_mark(svgIcon(QStringLiteral("mark")))
{
}

void ConversationDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isEvent = index.data(ConversationModel::EventRole).toBool();
    QPalette &colors = option->palette;
    const QColor text = colors.color(QPalette::Text);
    const int rule = m_ruleColours.isEmpty() ? -1 : index.data(ConversationModel::RuleRole).toInt();
    QColor ground = colors.color(QPalette::Base);
    if (rule >= 0 && rule < m_ruleColours.size()) {
        ground = mixed(ground, m_ruleColours[rule], isDark(colors) ? 0.38 : 0.3);
        option->backgroundBrush = ground;
    }
    initMark(option, index);
    if (isEvent) {
        option->font.setItalic(true);
        colors.setColor(QPalette::Text, readable(mixed(ground, text, 0.7), ground));
        return;
    }
    if (index.column() == ConversationModel::Direction) {
        const bool fromClient = index.data(ConversationModel::FromClientRole).toBool();
        colors.setColor(QPalette::Text, readable(mixed(fromClient ? infoColor() : goodColor(), text, 0.35), ground));
    } else if (index.column() == ConversationModel::Preview) {
        option->font.setFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
        if (index.data(ConversationModel::MalformedRole).toBool()) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = m_warning;
            option->decorationSize = QSize(16, 16);
        }
    }
}

void ConversationDelegate::initMark(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    if (index.column() == ConversationModel::Number && index.data(ConversationModel::MarkedRole).toBool()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_mark;
        option->decorationSize = QSize(14, 14);
        option->font.setBold(true);
    } else if (index.column() == ConversationModel::Preview) {
        const QString note = index.data(ConversationModel::NoteRole).toString();
        if (!note.isEmpty())
            option->text = QStringLiteral("[%1] %2").arg(note, option->text);
    }
}

} // namespace pipeglass::ui
