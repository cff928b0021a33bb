// SPDX-License-Identifier: MIT
#include "tour/tourbubble.h"

#include "widgets/colors.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace pipeglass::ui {

namespace {

constexpr int bubbleWidth = 340;

/// A frame around a control; the mouse does not see it.
class TargetFrame : public QWidget {
public:
    explicit TargetFrame(QWidget *window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Link), 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 5, 5);
    }
};

} // namespace

TourBubble::TourBubble(QWidget *window)
    : QFrame(window)
    , m_window(window)
    , m_frame(new TargetFrame(window))
    , m_step(new QLabel)
    , m_text(new QLabel)
    , m_next(new QPushButton)
    , m_end(new QPushButton(tr("End")))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_next->setObjectName(QStringLiteral("tourNext"));
    m_end->setObjectName(QStringLiteral("tourEnd"));
    m_end->setToolTip(tr("End the tour (Esc); its conversations stay open"));
    QFont bold = m_step->font();
    bold.setBold(true);
    m_step->setFont(bold);
    for (QLabel *label : { m_step, m_text }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->addWidget(m_step, 0, 0, 1, 3);
    grid->addWidget(m_text, 1, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_end, 2, 1);
    grid->addWidget(m_next, 2, 2);
    auto *escape = new QShortcut(Qt::Key_Escape, window);
    escape->setParent(this);
    connect(escape, &QShortcut::activated, this, &TourBubble::endRequested);
    connect(m_next, &QPushButton::clicked, this, &TourBubble::nextRequested);
    connect(m_end, &QPushButton::clicked, this, &TourBubble::endRequested);
    window->installEventFilter(this);
}

TourBubble::~TourBubble() { delete m_frame.data(); }

void TourBubble::tell(int step, int steps, const QString &text, QWidget *target, const QString &next)
{
    if (m_target != nullptr)
        m_target->removeEventFilter(this);
    m_target = target;
    if (target != nullptr)
        target->installEventFilter(this);
    m_step->setText(tr("Tour, step %1 of %2").arg(step).arg(steps));
    m_text->setText(text);
    setAccessibleName(text);
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    show();
    place();
    raise();
    if (!next.isEmpty())
        m_next->setFocus();
}

QString TourBubble::text() const { return m_text->text(); }

QRect TourBubble::targetRect() const
{
    if (m_target == nullptr || !m_target->isVisible())
        return {};
    return { m_target->mapTo(m_window, QPoint()), m_target->size() };
}

/// Below the control if there is space, else above it, else over its lower part.
void TourBubble::place()
{
    constexpr int gap = 8;
    const int width = std::min(bubbleWidth, m_window->width() - 2 * gap);
    const QSize size(width, layout()->totalHeightForWidth(width));
    const QRect target = targetRect();
    m_frame->setVisible(!target.isNull());
    QPoint at((m_window->width() - size.width()) / 2, (m_window->height() - size.height()) / 2);
    if (!target.isNull()) {
        m_frame->setGeometry(target.adjusted(-3, -3, 3, 3).intersected(m_window->rect()));
        m_frame->raise();
        at.setX(target.center().x() - size.width() / 2);
        const int below = target.bottom() + gap;
        const int above = target.top() - gap - size.height();
        at.setY(
            below + size.height() < m_window->height() ? below
                : above > 0                            ? above
                                                       : target.bottom() - size.height() - gap);
    }
    at.setX(std::clamp(at.x(), gap, std::max(gap, m_window->width() - size.width() - gap)));
    at.setY(std::clamp(at.y(), gap, std::max(gap, m_window->height() - size.height() - gap)));
    setGeometry(QRect(at, size));
    raise();
}

void TourBubble::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_next->hasFocus())
        m_next->click();
    else if (isEnter && m_end->hasFocus())
        m_end->click();
    else
        QFrame::keyPressEvent(event);
}

bool TourBubble::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        // After the layout.
        QMetaObject::invokeMethod(this, &TourBubble::place, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace pipeglass::ui
