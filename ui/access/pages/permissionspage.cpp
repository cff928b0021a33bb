// SPDX-License-Identifier: MIT
#include "access/pages/permissionspage.h"

#include "access/pages/changepreview.h"
#include "access/peopletable.h"
#include "access/permissioneditor.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace pipeglass::ui {

PermissionsPage::PermissionsPage(AccessService &service, QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_people(new PeopleTable)
    , m_editor(new PermissionEditor(service))
    , m_preview(new ChangePreview(this))
    , m_keepThis(new QCheckBox(tr("K&eep this"), this))
    , m_revert(new QPushButton(tr("&Revert"), this))
    , m_apply(new QPushButton(this))
{
    m_people->setObjectName(QStringLiteral("people"));
    m_editor->setObjectName(QStringLiteral("permissionEditor"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->hide();
    m_keepThis->setObjectName(QStringLiteral("keepThis"));
    m_keepThis->setToolTip(tr("Apply it again when the server re-creates its pipe, as long as this window is open"));
    m_revert->setObjectName(QStringLiteral("revert"));
    m_apply->setObjectName(QStringLiteral("apply"));
    auto *sheet = new QWidget;
    auto *sheetColumn = new QVBoxLayout(sheet);
    sheetColumn->setContentsMargins(14, 10, 14, 10);
    sheetColumn->setSpacing(10);
    sheetColumn->addWidget(m_editor);
    sheetColumn->addWidget(m_people);
    sheetColumn->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Permissions"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(sheet);
    // Avoid horizontal scrolling.
    setMinimumWidth(sheet->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_keepThis);
    buttons->addStretch(1);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_preview);
    column->addLayout(buttons);
    connect(m_revert, &QPushButton::clicked, m_editor, &PermissionEditor::revert);
    connect(m_apply, &QPushButton::clicked, this, &PermissionsPage::applyRequested);
}

bool PermissionsPage::canApply() const { return m_apply->isEnabled(); }

void PermissionsPage::adapt(const State &state)
{
    const bool isTouched = m_editor->draft().isTouched();
    m_people->headerItem()->setText(PeopleTable::CanConnect, isTouched ? tr("Can connect now") : tr("Can connect"));
    m_apply->setText(state.asRoot ? tr("&Apply as administrator…") : tr("&Apply"));
    m_revert->setEnabled(isTouched && !state.isBusy);
    m_apply->setEnabled(state.hasChange && !state.isBusy && (!state.asRoot || state.hasHelper));
    // A kept change must not need a password each time the server creates its pipe again.
    m_keepThis->setEnabled(state.hasChange && !state.asRoot && !state.isBusy);
    if (state.asRoot)
        m_keepThis->setChecked(false);
}

void PermissionsPage::focusFirst()
{
    m_editor->first()->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(m_editor->first());
}

} // namespace pipeglass::ui
