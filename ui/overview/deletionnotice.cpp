// SPDX-License-Identifier: MIT
#include "overview/deletionnotice.h"

#include "cleaning/tmpfiles/exclusion.h"
#include "core/bytetext.h"
#include "text/deletiontext.h"
#include "widgets/colors.h"
#include "widgets/elidedlabel.h"
#include "widgets/svgicon.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>

namespace pipeglass::ui {

using cleaning::Cleaner;
using cleaning::Deletion;

DeletionNotice::DeletionNotice(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_rule(new ElidedLabel(this))
    , m_remedy(new QLabel(this))
    , m_line(new ElidedLabel(this))
    , m_copy(new QPushButton(svgIcon(QStringLiteral("copy")), tr("Copy the line"), this))
{
    for (QLabel *label : { m_sentence, m_remedy }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(80);
    }
    m_sentence->setObjectName(QStringLiteral("deletionSentence"));
    m_line->setObjectName(QStringLiteral("exclusionLine"));
    m_copy->setObjectName(QStringLiteral("copyExclusion"));
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("Copy the line that excludes this file"));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_line->fullText()); });
    auto *grid = new QGridLayout(this);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sentence, 0, 1, 1, 2);
    grid->addWidget(m_rule, 1, 1, 1, 2);
    grid->addWidget(m_remedy, 2, 1, 1, 2);
    grid->addWidget(m_line, 3, 1, 1, 2);
    grid->addWidget(m_copy, 4, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    hide();
}

void DeletionNotice::show(const QByteArray &path, const std::optional<Deletion> &deletion, bool isAlive)
{
    setVisible(deletion.has_value());
    if (!deletion)
        return;
    m_isAlive = isAlive;
    m_icon->setVisible(isAlive);
    m_icon->setPixmap(svgIcon(QStringLiteral("warning")).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_sentence->setText(text::deletionSentence(*deletion, isAlive));
    m_rule->setFullText(tr("Rule: %1").arg(deletion->rule()));
    for (QLabel *label : std::initializer_list<QLabel *>{ m_sentence, m_rule })
        label->setForegroundRole(isAlive ? QPalette::WindowText : QPalette::PlaceholderText);
    for (QWidget *widget : std::initializer_list<QWidget *>{ m_remedy, m_line, m_copy })
        widget->setVisible(isAlive);
    if (isAlive) {
        const cleaning::Exclusion exclusion = cleaning::exclusionOf(path, *deletion);
        m_remedy->setText(
            deletion->cleaner == Cleaner::SystemdTmpfiles
                ? tr("To keep it, add this line to %1:").arg(escapedText(exclusion.file))
                : exclusion.words);
        m_line->setFullText(escapedText(exclusion.line));
    }
    const int side = isAlive ? 10 : 0;
    layout()->setContentsMargins(side, isAlive ? 8 : 0, side, isAlive ? 8 : 0);
    setAccessibleName(text());
    update();
}

QString DeletionNotice::text() const
{
    if (isHidden())
        return {};
    QStringList parts = { m_sentence->text(), m_rule->fullText() };
    if (m_isAlive)
        parts += { m_remedy->text(), m_line->fullText() };
    return parts.join(u'\n');
}

void DeletionNotice::paintEvent(QPaintEvent *)
{
    if (!m_isAlive)
        return;
    drawTintedGround(*this, QPalette::Base, warningColor());
}

} // namespace pipeglass::ui
