// SPDX-License-Identifier: MIT
#include "access/aclentries.h"

#include "access/accessservice.h"
#include "widgets/focusguard.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTreeWidget>

namespace pipeglass::ui {

using access::Principal;
using access::PrincipalKind;

namespace {

QString stateText(const PermissionDraft::Entry &entry)
{
    if (entry.cutByMask)
        return AclEntries::tr("cannot connect: masked");
    switch (entry.canConnect) {
    case Qt::Checked:
        return AclEntries::tr("can connect");
    case Qt::PartiallyChecked:
        return AclEntries::tr("differs");
    case Qt::Unchecked:
        break;
    }
    return AclEntries::tr("cannot connect");
}

} // namespace

AclEntries::AclEntries(QWidget *parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_kind(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_add(new QPushButton(tr("A&dd"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_maskRow(new QWidget(this))
    , m_mask(new QLabel(m_maskRow))
    , m_lift(new QPushButton(tr("&Lift the mask"), m_maskRow))
{
    m_list->setObjectName(QStringLiteral("aclList"));
    m_list->setAccessibleName(tr("Further users and groups"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(Who, QHeaderView::ResizeToContents);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_mask->setObjectName(QStringLiteral("maskText"));
    m_mask->setTextFormat(Qt::PlainText);
    m_mask->setWordWrap(true);
    m_lift->setObjectName(QStringLiteral("liftMask"));
    m_lift->setToolTip(tr("Let the mask allow the rights of the group and of all entries"));
    auto *maskLine = new QHBoxLayout(m_maskRow);
    maskLine->setContentsMargins(0, 0, 0, 0);
    maskLine->addWidget(m_mask, 1);
    maskLine->addWidget(m_lift, 0, Qt::AlignTop);
    setUpAdding();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addWidget(m_maskRow);
    auto *line = new QHBoxLayout;
    line->addWidget(m_kind);
    line->addWidget(m_name, 1);
    line->addWidget(m_add);
    line->addWidget(m_remove);
    column->addLayout(line);
    connect(m_list, &QTreeWidget::itemChanged, this, &AclEntries::itemChanged);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] { m_remove->setEnabled(m_list->currentItem()); });
    connect(m_lift, &QPushButton::clicked, this, &AclEntries::liftRequested);
    connect(m_remove, &QPushButton::clicked, this, &AclEntries::removeCurrent);
    auto *key = new QShortcut(QKeySequence::Delete, m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &AclEntries::removeCurrent);
}

void AclEntries::setUpAdding()
{
    m_kind->setObjectName(QStringLiteral("addKind"));
    m_kind->addItem(tr("User"));
    m_kind->addItem(tr("Group"));
    m_kind->setAccessibleName(tr("Add a user or a group"));
    m_kind->setAccessibleDescription(m_kind->accessibleName()); // Qt reads the value of such a box as its name
    m_name->setObjectName(QStringLiteral("addName"));
    m_name->setPlaceholderText(tr("Name of a user or group to add"));
    m_name->setAccessibleName(tr("Name of the user or group to add"));
    m_add->setObjectName(QStringLiteral("addEntry"));
    m_add->setEnabled(false);
    m_add->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("removeEntry"));
    m_remove->setToolTip(tr("Remove the chosen entry (Delete)"));
    m_remove->setEnabled(false);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AclEntries::chooseNames);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) { m_add->setEnabled(!text.isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &AclEntries::add);
    connect(m_add, &QPushButton::clicked, this, &AclEntries::add);
}

void AclEntries::setNames(const AccountNames &names)
{
    m_users = names.users;
    m_groups = names.groups;
    chooseNames();
}

void AclEntries::chooseNames()
{
    auto *completer = new QCompleter(m_kind->currentIndex() == 0 ? m_users : m_groups, m_name);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    if (QCompleter *before = m_name->completer())
        before->deleteLater();
    m_name->setCompleter(completer);
}

void AclEntries::startAdding(PrincipalKind kind)
{
    m_kind->setCurrentIndex(kind == PrincipalKind::Group ? 1 : 0);
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void AclEntries::clearField() { m_name->clear(); }

void AclEntries::add()
{
    const QString name = m_name->text().trimmed();
    if (!name.isEmpty())
        Q_EMIT addRequested(m_kind->currentIndex() == 0 ? PrincipalKind::User : PrincipalKind::Group, name);
}

void AclEntries::removeCurrent()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row >= 0)
        Q_EMIT removeRequested(m_entries[static_cast<size_t>(row)].who);
}

void AclEntries::itemChanged(QTreeWidgetItem *item)
{
    const PermissionDraft::Entry entry = m_entries[static_cast<size_t>(m_list->indexOfTopLevelItem(item))];
    // A click on a partially checked box means yes. The list must not be refilled within its own signal.
    const bool can = entry.canConnect != Qt::Checked;
    QMetaObject::invokeMethod(
        this, [this, entry, can] { Q_EMIT switched(entry.who, can); }, Qt::QueuedConnection);
}

void AclEntries::show(const PermissionDraft &draft)
{
    const QSignalBlocker quiet(m_list);
    const FocusGuard guard(this, { m_list, m_name });
    const auto chosen = static_cast<size_t>(m_list->indexOfTopLevelItem(m_list->currentItem()));
    const auto before = chosen < m_entries.size() ? std::optional(m_entries[chosen].who) : std::nullopt;
    m_entries = draft.entries();
    m_list->clear();
    for (const PermissionDraft::Entry &entry : m_entries) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setSizeHint(CanConnect, QSize(0, fontMetrics().height() + 7));
        item->setText(Who, words(entry.who) + QLatin1String("   "));
        item->setText(CanConnect, stateText(entry));
        item->setCheckState(CanConnect, entry.canConnect);
        item->setData(Who, Qt::AccessibleTextRole, words(entry.who) + QLatin1Char(' ') + stateText(entry));
        // Do not select another entry: the button would remove that one.
        if (entry.who == before)
            m_list->setCurrentItem(item, CanConnect);
    }
    m_remove->setEnabled(m_list->currentItem() != nullptr);
    const int rows = qMin(4, m_list->topLevelItemCount());
    const int height = rows == 0 ? 0 : m_list->sizeHintForRow(0) * rows + 2 * m_list->frameWidth();
    m_list->setFixedHeight(height);
    m_list->setVisible(rows > 0);
    m_remove->setVisible(rows > 0);
    showMask(draft);
}

void AclEntries::showMask(const PermissionDraft &draft)
{
    const bool ignored = draft.listIgnored();
    m_maskRow->setVisible(ignored || draft.maskCuts());
    m_mask->setText(
        ignored ? tr("The mask is empty: Linux ignores this list, and its users and groups count as others. A chmod "
                     "that sets the group's digit to 0 does that.")
                : tr("The mask limits the group and this list, and it has no write (w), which a chmod of the "
                     "group's digit sets. So these entries have no effect."));
}

} // namespace pipeglass::ui
