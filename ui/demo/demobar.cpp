// SPDX-License-Identifier: MIT
#include "demo/demobar.h"

#include "widgets/colors.h"
#include "widgets/heightkeeper.h"
#include "widgets/svgicon.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace pipeglass::ui {

DemoBar::DemoBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_step(new QLabel(this))
    , m_text(new QLabel(this))
    , m_next(new QPushButton(this))
    , m_end(new QPushButton(tr("End"), this))
{
    m_next->setObjectName(QStringLiteral("demoNext"));
    m_end->setObjectName(QStringLiteral("demoEnd"));
    m_end->setToolTip(tr("End the demonstration; its conversations stay open"));
    QFont bold = m_step->font();
    bold.setBold(true);
    m_step->setFont(bold);
    for (QLabel *label : { m_step, m_text }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    drawIcon();
    new HeightKeeper(this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(14, 8, 10, 8);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_step, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->addWidget(m_next, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_end, 0, 3, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(1, 1);
    connect(m_next, &QPushButton::clicked, this, &DemoBar::nextRequested);
    connect(m_end, &QPushButton::clicked, this, &DemoBar::endRequested);
}

void DemoBar::drawIcon()
{
    m_icon->setPixmap(svgIcon(QStringLiteral("demo")).pixmap(QSize(28, 28), devicePixelRatioF()));
}

void DemoBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void DemoBar::tell(int step, int steps, const QString &text, const QString &next)
{
    m_step->setText(tr("Demonstration, step %1 of %2").arg(step).arg(steps));
    m_text->setText(text);
    setAccessibleName(text);
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    if (!next.isEmpty())
        m_next->setFocus();
    show();
}

QString DemoBar::text() const { return m_text->text(); }

void DemoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tintedGround(palette(), QPalette::Window, infoColor()));
    painter.setPen(mixed(palette().color(QPalette::Window), infoColor(), 0.6));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace pipeglass::ui
