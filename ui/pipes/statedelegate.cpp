// SPDX-License-Identifier: MIT
#include "pipes/statedelegate.h"

#include "models/pipelistmodel.h"
#include "pipes/rowactivity.h"
#include "widgets/colors.h"

#include <QPainter>

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntry;
using catalog::PipeState;

QString stateIconName(const PipeEntry &entry)
{
    if (entry.kind != catalog::FileKind::Socket)
        return QStringLiteral("state-other");
    switch (entry.state) {
    case PipeState::Listening:
        return QStringLiteral("state-listening");
    case PipeState::Bound:
        return QStringLiteral("state-bound");
    case PipeState::Stale:
        return QStringLiteral("state-stale");
    case PipeState::Orphaned:
        return QStringLiteral("state-orphaned");
    case PipeState::TakenOver:
        return QStringLiteral("state-taken-over");
    case PipeState::ShutDown:
        return QStringLiteral("state-shut-down");
    case PipeState::Unknown:
        break;
    }
    return QStringLiteral("state-unknown");
}

StateDelegate::StateDelegate(const RowActivity *activity, QObject *parent)
    : IconDelegate(parent)
    , m_activity(activity)
{
}

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    IconDelegate::initStyleOption(option, index);
    const bool isGone = index.data(models::PipeListModel::GoneRole).toBool();
    if (isGone) {
        option->palette.setColor(QPalette::Text, secondaryTextColor(option->palette));
        option->font.setItalic(true);
    }
    const auto entry = index.data(models::PipeListModel::EntryRole).value<catalog::PipeEntryPtr>();
    const double glow = entry && m_activity != nullptr ? m_activity->glow(entry->path()) : 0;
    if (glow > 0) {
        const QColor ground = option->palette.color(QPalette::Base);
        const QColor tinted = mixed(ground, isGone ? errorColor() : goodColor(), glow / 4);
        option->backgroundBrush = tinted;
        option->palette.setColor(QPalette::Text, readable(option->palette.color(QPalette::Text), tinted));
    }
    if (index.column() != models::PipeListModel::State)
        return;
    if (entry)
        decorate(option, isGone ? QStringLiteral("state-gone") : stateIconName(*entry));
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    IconDelegate::paint(painter, option, index);
    if (m_activity != nullptr && index.column() == models::PipeListModel::Unread)
        paintLine(*painter, option, index);
}

/// Time goes to the right, which is now; the height is relative to the most unread bytes.
void StateDelegate::paintLine(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto entry = index.data(models::PipeListModel::EntryRole).value<catalog::PipeEntryPtr>();
    const std::vector<RowActivity::Sample> samples =
        entry ? m_activity->unread(entry->path()) : std::vector<RowActivity::Sample>();
    const int numberWidth = option.fontMetrics.horizontalAdvance(index.data().toString());
    const QRectF area = QRectF(option.rect).adjusted(4, 5, -(numberWidth + 12), -5);
    if (samples.empty() || area.width() < 12)
        return;
    const auto isLess = [](const auto &a, const auto &b) { return a.unread < b.unread; };
    const quint64 most = std::max_element(samples.begin(), samples.end(), isLess)->unread;
    const double now = static_cast<double>(m_activity->now());
    const auto x = [&](qint64 ms) {
        const double age = (now - static_cast<double>(ms)) / RowActivity::lineMs;
        return area.right() - std::clamp(age, 0.0, 1.0) * area.width();
    };
    const auto y = [&](quint64 unread) {
        return area.bottom()
            - area.height() * static_cast<double>(unread) / static_cast<double>(qMax(most, quint64{ 1 }));
    };
    QPolygonF line;
    quint64 before = 0;
    for (const RowActivity::Sample &sample : samples) {
        line << QPointF(x(sample.ms), y(before)) << QPointF(x(sample.ms), y(sample.unread));
        before = sample.unread;
    }
    line << QPointF(area.right(), y(before));
    painter.save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter.setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Link));
    painter.drawPolyline(line);
    painter.restore();
}

} // namespace pipeglass::ui
