// SPDX-License-Identifier: MIT
#include "charts/sequencedelegate.h"

#include "models/conversation/conversationmodel.h"
#include "text/sizetext.h"
#include "text/timetext.h"
#include "widgets/characterwidth.h"
#include "widgets/colors.h"
#include "widgets/svgicon.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>

namespace pipeglass::ui {

using models::ConversationModel;

namespace {

constexpr int arrowSize = 5; ///< half of the height of its head
constexpr quint64 mostLookedAt = 64; ///< items before an answer

/// The time from the last message of the other side on the same connection, if that came directly before.
std::optional<qint64> latencyOf(const capture::MessageList &list, quint64 number)
{
    const capture::RecordSummary message = list.summary(number);
    for (quint64 before = number; before > 0 && number - before < mostLookedAt; --before) {
        const capture::RecordSummary other = list.summary(before - 1);
        if (other.isEvent || other.connection != message.connection)
            continue;
        if (other.from == message.from)
            return {};
        return message.time.unixNanoseconds - other.time.unixNanoseconds;
    }
    return {};
}

void drawArrow(QPainter &painter, int from, int to, int y)
{
    const int direction = to > from ? 1 : -1;
    painter.drawLine(from, y, to - direction * arrowSize, y);
    const QPolygon head({ QPoint(to, y), QPoint(to - direction * 2 * arrowSize, y - arrowSize),
                          QPoint(to - direction * 2 * arrowSize, y + arrowSize) });
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(head);
}

} // namespace

SequenceLanes SequenceLanes::in(const QRect &row, const QFontMetrics &metrics)
{
    const int gap = characterWidth(metrics);
    const int time = metrics.horizontalAdvance(QStringLiteral("00:00:00.000000")) + 2 * gap;
    const int latency = metrics.horizontalAdvance(QStringLiteral("+000.0 ms")) + 2 * gap;
    SequenceLanes lanes;
    lanes.client = row.left() + time + gap;
    lanes.server = qMax(lanes.client + 12 * gap, row.right() - latency - gap);
    lanes.time = QRect(row.left() + gap, row.top(), time - gap, row.height());
    lanes.latency = QRect(lanes.server + 2 * gap, row.top(), latency, row.height());
    return lanes;
}

SequenceDelegate::SequenceDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_warning(svgIcon(QStringLiteral("warning")))
    , m_fixedFont(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
}

QSize SequenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return { 0, option.fontMetrics.height() + 4 * arrowSize };
}

QString SequenceDelegate::displayText(const QVariant & /*value*/, const QLocale & /*locale*/) const { return {}; }

void SequenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const auto *model = qobject_cast<const ConversationModel *>(index.model());
    if (model == nullptr)
        return;
    const quint64 number = index.data(ConversationModel::NumberRole).toULongLong();
    const capture::RecordSummary summary = model->list()->summary(number);
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const bool isActive = (option.state & QStyle::State_Active) != 0;
    const auto group = isActive ? QPalette::Active : QPalette::Inactive;
    const QColor text = option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? text : secondaryTextColor(option.palette);
    const SequenceLanes lanes = SequenceLanes::in(option.rect, option.fontMetrics);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(quiet);
    for (const int x : { lanes.client, lanes.server })
        painter->drawLine(x, option.rect.top(), x, option.rect.bottom());
    painter->setFont(option.font);
    painter->drawText(lanes.time, Qt::AlignLeft | Qt::AlignVCenter, text::timeOfDayText(summary.time));

    QString label = index.siblingAtColumn(ConversationModel::Preview).data().toString();
    const bool hasMany = summary.connection.value > 1 || model->list()->connection({ 2 }).has_value();
    const QString who = hasMany ? QStringLiteral("#%1 ").arg(summary.connection.value) : QString();
    const int gap = characterWidth(option.fontMetrics);
    const QRect between(
        lanes.client + gap, option.rect.top() + 1, lanes.server - lanes.client - 2 * gap,
        summary.isEvent ? option.rect.height() - 2 : option.rect.height() - 2 * arrowSize - 2);
    if (summary.isEvent) {
        QFont italic = option.font;
        italic.setItalic(true);
        painter->setFont(italic);
        painter->drawText(
            between, Qt::AlignCenter, QFontMetrics(italic).elidedText(who + label, Qt::ElideRight, between.width()));
        painter->restore();
        return;
    }
    const bool fromClient = summary.from == Side::Client;
    const QColor accent = fromClient ? infoColor() : goodColor();
    painter->setPen(isSelected ? text : mixed(accent, text, 0.35));
    const QString size = QStringLiteral(" · ") + text::sizeText(summary.payloadSize);
    QRect labelRect = between;
    if (summary.isMalformed()) {
        const int side = option.fontMetrics.height();
        m_warning.paint(painter, QRect(between.left(), between.top(), side, side));
        labelRect.adjust(side + gap, 0, 0, 0);
    }
    QFont fixed = option.font;
    fixed.setFamily(m_fixedFont.family());
    painter->setFont(fixed);
    const QFontMetrics metrics(fixed);
    label = metrics.elidedText(who + label, Qt::ElideRight, labelRect.width() - metrics.horizontalAdvance(size));
    painter->drawText(labelRect, Qt::AlignHCenter | Qt::AlignBottom, label + size);
    QPen pen = painter->pen();
    pen.setStyle(summary.isMalformed() ? Qt::DashLine : Qt::SolidLine);
    painter->setPen(pen);
    const int y = option.rect.bottom() - arrowSize - 1;
    drawArrow(*painter, fromClient ? lanes.client : lanes.server, fromClient ? lanes.server : lanes.client, y);
    if (const auto latency = latencyOf(*model->list(), number); latency && *latency >= 0) {
        painter->setFont(option.font);
        painter->setPen(quiet);
        painter->drawText(lanes.latency, Qt::AlignLeft | Qt::AlignVCenter, text::durationText(*latency));
    }
    painter->restore();
}

} // namespace pipeglass::ui
