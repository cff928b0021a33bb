// SPDX-License-Identifier: MIT
#include "pipes/statedelegate.h"

#include "models/pipelistmodel.h"
#include "widgets/colors.h"

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

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    IconDelegate::initStyleOption(option, index);
    const bool isGone = index.data(models::PipeListModel::GoneRole).toBool();
    if (isGone) {
        option->palette.setColor(QPalette::Text, secondaryTextColor(option->palette));
        option->font.setItalic(true);
    }
    if (index.column() != models::PipeListModel::State)
        return;
    const auto entry = index.data(models::PipeListModel::EntryRole).value<catalog::PipeEntryPtr>();
    if (entry)
        decorate(option, isGone ? QStringLiteral("state-gone") : stateIconName(*entry));
}

} // namespace pipeglass::ui
