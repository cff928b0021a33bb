// SPDX-License-Identifier: MIT
#include "takingpart/heldpanel.h"

#include "takingpart/editdialog.h"
#include "widgets/characterwidth.h"
#include "widgets/emptytext.h"
#include "widgets/plaintooltip.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace pipeglass::ui {

using engine::HeldAction;
using Kind = engine::HeldAction::Kind;

HeldPanel::HeldPanel(QWidget *parent)
    : QWidget(parent)
    , m_held(new models::HeldListModel(this))
    , m_view(new QTreeView(this))
    , m_delay(new QDoubleSpinBox(this))
{
    m_view->setObjectName(QStringLiteral("heldMessages"));
    m_view->setModel(m_held);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAccessibleName(tr("Held messages"));
    const int unit = characterWidth(fontMetrics());
    m_view->setColumnWidth(models::HeldListModel::Sender, unit * 14);
    m_view->setColumnWidth(models::HeldListModel::Size, unit * 12);
    m_view->setMinimumHeight(fontMetrics().height() * 5);
    new EmptyText(tr("No message is held."), m_view);
    m_delay->setObjectName(QStringLiteral("delaySeconds"));
    m_delay->setRange(0.1, 3600);
    m_delay->setDecimals(1);
    m_delay->setValue(1);
    m_delay->setSuffix(tr(" s"));
    m_delay->setAccessibleName(tr("Seconds to delay by"));
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const QString &name, const QString &text, const QString &tip, Kind kind) {
        QToolButton *button = addButton(name, text, tip);
        m_buttons.push_back(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, kind] {
            decide({ kind, {}, kind == Kind::Delay ? qRound(m_delay->value() * 1000) : 0 });
        });
    };
    add(QStringLiteral("sendOn"), tr("Send on"), tr("Send the selected messages on"), Kind::SendOn);
    add(QStringLiteral("drop"), tr("Drop"), tr("Do not send the selected messages on (Delete)"), Kind::Drop);
    row->addWidget(m_edit = addButton(QStringLiteral("edit"), tr("Edit …"), tr("Change the message (Enter)")));
    add(QStringLiteral("duplicate"), tr("Duplicate"), tr("Hold a copy behind each selected message"), Kind::Duplicate);
    add(QStringLiteral("delayHeld"), tr("Delay by"), tr("Send the selected messages on after this time"), Kind::Delay);
    row->addWidget(m_delay);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    column->addLayout(row);
    connect(m_edit, &QToolButton::clicked, this, &HeldPanel::edit);
    connect(m_view, &QTreeView::activated, this, &HeldPanel::edit);
    auto *drop = new QShortcut(QKeySequence::Delete, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(drop, &QShortcut::activated, this, [this] { decide({ Kind::Drop }); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HeldPanel::adaptButtons);
    connect(m_held, &QAbstractItemModel::rowsInserted, this, &HeldPanel::adaptButtons);
    connect(m_held, &QAbstractItemModel::rowsRemoved, this, &HeldPanel::adaptButtons);
    adaptButtons();
}

QToolButton *HeldPanel::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setObjectName(name);
    setPlainToolTip(*button, tip);
    return button;
}

void HeldPanel::apply(const std::vector<engine::ConnectionState> &connections)
{
    m_held->apply(connections);
    if (!m_view->currentIndex().isValid() && m_held->rowCount() > 0)
        m_view->setCurrentIndex(m_held->index(0, 0));
}

void HeldPanel::adaptButtons()
{
    const auto selected = m_view->selectionModel()->selectedRows().size();
    for (QToolButton *button : m_buttons)
        button->setEnabled(selected > 0);
    m_delay->setEnabled(selected > 0);
    m_edit->setEnabled(selected == 1);
}

void HeldPanel::decide(const HeldAction &action)
{
    QModelIndexList selected = m_view->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end()); // sent on in their order
    for (const QModelIndex &index : std::as_const(selected)) {
        const models::HeldListModel::Row &row = m_held->row(index.row());
        Q_EMIT decided(row.connection, row.message.from, row.message.id, action);
    }
}

void HeldPanel::edit()
{
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    if (selected.size() != 1)
        return;
    const models::HeldListModel::Row row = m_held->row(selected.front().row());
    const decoding::Hint hint{ m_framing[row.message.from], row.message.from, m_types };
    auto *dialog = new EditDialog(row.message.payload.toByteArray(), m_decoders, hint, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row] {
        Q_EMIT decided(row.connection, row.message.from, row.message.id, { Kind::Edit, dialog->payload() });
    });
    dialog->open();
}

} // namespace pipeglass::ui
