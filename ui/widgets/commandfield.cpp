// SPDX-License-Identifier: MIT
#include "widgets/commandfield.h"

#include "widgets/svgicon.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace pipeglass::ui {

CommandField::CommandField(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_copy(new QPushButton(svgIcon(QStringLiteral("copy")), tr("Copy"), this))
{
    m_line->setObjectName(QStringLiteral("command"));
    m_line->setReadOnly(true);
    m_line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_line->setAccessibleName(tr("Command"));
    m_copy->setObjectName(QStringLiteral("copyFindingCommand"));
    m_copy->setAccessibleName(tr("Copy the command"));
    m_copy->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    row->addWidget(m_copy);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(command()); });
    setFocusProxy(m_copy);
    hide();
}

void CommandField::setCommand(const QString &command)
{
    if (command != m_line->text()) {
        m_line->setText(command);
        m_line->setCursorPosition(0);
    }
    setVisible(!command.isEmpty());
}

QString CommandField::command() const { return m_line->text(); }

} // namespace pipeglass::ui
