// SPDX-License-Identifier: MIT
#include "access/peopletable.h"

#include "widgets/colors.h"

#include <QHeaderView>

namespace pipeglass::ui {

using access::PrincipalKind;
using access::Rule;

namespace {

constexpr int maxVisibleRows = 6;

QString kindText(PrincipalKind kind)
{
    switch (kind) {
    case PrincipalKind::User:
        return PeopleTable::tr("user");
    case PrincipalKind::Group:
        return PeopleTable::tr("group");
    case PrincipalKind::Everyone:
        break;
    }
    return PeopleTable::tr("others");
}

QString ruleText(Rule rule)
{
    switch (rule) {
    case Rule::Owner:
        return PeopleTable::tr("owner's permission");
    case Rule::Group:
        return PeopleTable::tr("group's permission");
    case Rule::AclUser:
    case Rule::AclGroup:
        return PeopleTable::tr("entry in the list");
    case Rule::Mask:
        return PeopleTable::tr("masked");
    case Rule::Others:
        return PeopleTable::tr("others' permission");
    case Rule::Directory:
        return PeopleTable::tr("a directory above");
    case Rule::NoListener:
        return PeopleTable::tr("nobody listens");
    case Rule::Kernel:
        return PeopleTable::tr("the kernel's answer");
    case Rule::Abstract:
        return PeopleTable::tr("an abstract name");
    case Rule::Root:
        break;
    }
    return PeopleTable::tr("root always can");
}

} // namespace

PeopleTable::PeopleTable(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Who can connect"));
    setHeaderLabels({ tr("Kind"), tr("Name"), tr("Can connect"), tr("Reason") });
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const int column : { Kind, CanConnect, Because })
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void PeopleTable::setRows(const std::vector<access::TableRow> &rows)
{
    clear();
    for (const access::TableRow &row : rows) {
        auto *item = new QTreeWidgetItem(this);
        item->setText(Kind, kindText(row.who.kind));
        item->setText(Name, row.who.kind == PrincipalKind::Everyone ? tr("everyone else") : nameOf(row.who));
        const QString can = row.canConnect ? tr("✓ yes") : tr("✗ no");
        item->setText(CanConnect, can);
        item->setSizeHint(CanConnect, QSize(fontMetrics().horizontalAdvance(can) + 16, fontMetrics().height() + 7));
        item->setForeground(
            CanConnect, mixed(row.canConnect ? goodColor() : errorColor(), palette().color(QPalette::Text), 0.35));
        item->setText(Because, ruleText(row.rule));
    }
    const int inSight = qBound(1, topLevelItemCount(), maxVisibleRows);
    const int rowHeight = topLevelItemCount() > 0 ? sizeHintForRow(0) : fontMetrics().height() + 4;
    setFixedHeight(header()->sizeHint().height() + inSight * rowHeight + 2 * frameWidth());
}

} // namespace pipeglass::ui
