// SPDX-License-Identifier: MIT
#include "processes/processdelegate.h"

#include "models/processtreemodel.h"
#include "pipes/statedelegate.h"
#include "widgets/colors.h"
#include "widgets/svgicon.h"

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

ProcessDelegate::ProcessDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QSize ProcessDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6);
}

void ProcessDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.parent().isValid())
        option->font.setBold(index.column() == ProcessTreeModel::Name);
    else if (index.column() != ProcessTreeModel::Name)
        option->palette.setColor(QPalette::Text, quietText(option->palette));
    if (index.column() != ProcessTreeModel::Name)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = icon(iconName(index));
    option->decorationSize = QSize(16, 16);
}

QIcon ProcessDelegate::icon(const QString &name) const
{
    auto known = m_icons.find(name);
    if (known == m_icons.end())
        known = m_icons.insert(name, svgIcon(name));
    return *known;
}

} // namespace pipeglass::ui
