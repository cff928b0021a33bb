// SPDX-License-Identifier: MIT
#include "processes/processdelegate.h"

#include "models/processes/processtreemodel.h"
#include "pipes/statedelegate.h"
#include "widgets/colors.h"

namespace pipeglass::ui {

using models::ProcessFact;
using models::ProcessTreeModel;

namespace {

QString iconName(const QModelIndex &index)
{
    const QVariant kind = index.data(ProcessTreeModel::KindRole);
    const auto pipe = index.data(ProcessTreeModel::EntryRole).value<catalog::PipeEntryPtr>();
    switch (kind.isValid() ? kind.toInt() : -1) {
    case static_cast<int>(ProcessFact::Kind::Serves):
        return pipe ? stateIconName(*pipe) : QStringLiteral("process");
    case static_cast<int>(ProcessFact::Kind::ClientOf):
        return QStringLiteral("attach");
    case static_cast<int>(ProcessFact::Kind::AnonymousPipe):
        return QStringLiteral("anonymous");
    case static_cast<int>(ProcessFact::Kind::Diagnostics):
        return QStringLiteral("diagnostics");
    case static_cast<int>(ProcessFact::Kind::TemporaryDirectory):
        return QStringLiteral("folder");
    default:
        return QStringLiteral("process");
    }
}

} // namespace

void ProcessDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    IconDelegate::initStyleOption(option, index);
    if (!index.parent().isValid())
        option->font.setBold(index.column() == ProcessTreeModel::Name);
    else if (index.column() != ProcessTreeModel::Name)
        option->palette.setColor(QPalette::Text, secondaryTextColor(option->palette));
    if (index.column() == ProcessTreeModel::Name)
        decorate(option, iconName(index));
}

} // namespace pipeglass::ui
