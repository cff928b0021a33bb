// SPDX-License-Identifier: MIT
#include "widgets/cursorblinktimeout.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <chrono>

namespace pipeglass::ui {

namespace {

bool isTextField(const QWidget *widget)
{
    return widget != nullptr && widget->testAttribute(Qt::WA_InputMethodEnabled);
}

} // namespace

CursorBlinkTimeout::CursorBlinkTimeout(QObject *parent)
    : QObject(parent)
    , m_flashTime(QApplication::cursorFlashTime())
{
    using namespace std::chrono_literals;
    m_idle.setSingleShot(true);
    m_idle.setInterval(10s);
    m_idle.setTimerType(Qt::CoarseTimer);
    connect(&m_idle, &QTimer::timeout, this, &CursorBlinkTimeout::rest);
    qApp->installEventFilter(this);
}

bool CursorBlinkTimeout::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::FocusIn:
        if (isTextField(qobject_cast<QWidget *>(watched)))
            wake();
        break;
    case QEvent::FocusOut:
        if (!isTextField(QApplication::focusWidget()))
            m_idle.stop();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void CursorBlinkTimeout::wake()
{
    if (QApplication::cursorFlashTime() != m_flashTime)
        QApplication::setCursorFlashTime(m_flashTime);
    m_idle.start();
}

void CursorBlinkTimeout::rest() { QApplication::setCursorFlashTime(0); }

} // namespace pipeglass::ui
