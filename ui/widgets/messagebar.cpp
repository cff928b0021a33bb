// SPDX-License-Identifier: MIT
#include "widgets/messagebar.h"

#include "core/errortext.h"
#include "widgets/colors.h"
#include "widgets/heightkeeper.h"
#include "widgets/svgicon.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace pipeglass::ui {

namespace {

QColor accent(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Error:
        return errorColor();
    case MessageBar::Kind::Warning:
        return warningColor();
    case MessageBar::Kind::Info:
        break;
    }
    return infoColor();
}

QString iconName(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Error:
        return QStringLiteral("error");
    case MessageBar::Kind::Warning:
        return QStringLiteral("warning");
    case MessageBar::Kind::Info:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_never(new QCheckBox(tr("Don't show this a&gain"), this))
    , m_answer(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_close(new QToolButton(this))
{
    setFocusPolicy(Qt::NoFocus);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumWidth(80);
    m_answer->setObjectName(QStringLiteral("messageAnswer"));
    m_cancel->setObjectName(QStringLiteral("messageCancel"));
    m_never->setObjectName(QStringLiteral("messageNever"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(svgIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Dismiss (Esc)"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    new HeightKeeper(this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 6, 6, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1, 1, 3);
    grid->addWidget(m_close, 0, 4, Qt::AlignTop);
    grid->addWidget(m_never, 1, 1, Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(m_answer, 1, 2, Qt::AlignRight);
    grid->addWidget(m_cancel, 1, 3, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(qApp, &QApplication::focusChanged, &m_untilDestroyed, [this](QWidget *before, QWidget *now) {
        if (isAncestorOf(now) && before != nullptr && !isAncestorOf(before))
            m_before = before;
    });
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_cancel, &QPushButton::clicked, this, &MessageBar::dismiss);
    connect(m_answer, &QPushButton::clicked, this, &MessageBar::answered);
    hide();
}

void MessageBar::show(Kind kind, const QString &text)
{
    giveFocusBack();
    m_kind = kind;
    m_action = nullptr;
    m_icon->setPixmap(svgIcon(iconName(kind)).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_text->setText(text);
    for (QWidget *part :
         { static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_never) })
        part->hide();
    setAccessibleName(text);
    arrange();
    QFrame::show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::showError(const Error &error) { show(Kind::Error, errorText(error)); }

void MessageBar::ask(Kind kind, const QString &text, const QString &answer, std::function<void()> action)
{
    askOnce(kind, text, answer, [action = std::move(action)](bool) { action(); });
    m_never->hide();
}

void MessageBar::askOnce(Kind kind, const QString &text, const QString &answer, std::function<void(bool)> action)
{
    show(kind, text);
    m_action = std::move(action);
    m_never->setChecked(false);
    m_never->show();
    m_answer->setText(answer);
    m_answer->show();
    m_cancel->show();
    arrange();
    if (QWidget *focus = window()->focusWidget(); focus != nullptr && !isAncestorOf(focus))
        m_before = focus;
    m_cancel->setFocus();
}

void MessageBar::offer(Kind kind, const QString &text, const QString &answer, std::function<void()> action)
{
    show(kind, text);
    m_action = [action = std::move(action)](bool) { action(); };
    m_answer->setText(answer);
    m_answer->show();
    arrange();
}

void MessageBar::focusAnswer() { m_answer->setFocus(); }

void MessageBar::giveFocusBack()
{
    if (isHidden() || !isAncestorOf(QApplication::focusWidget()))
        return;
    if (m_before && m_before->isVisible() && m_before->isEnabled())
        m_before->setFocus();
}

void MessageBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    arrange();
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    m_action = nullptr;
    giveFocusBack();
    // Do not take the focus from another widget when a message is withdrawn.
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus)
        Q_EMIT dismissed();
}

void MessageBar::answered()
{
    // Clear first: the action may show the next message.
    const auto action = std::exchange(m_action, nullptr);
    const bool never = m_never->isChecked();
    giveFocusBack();
    hide();
    if (action)
        action(never);
}

/// A single button stands beside a text that leaves it the space, otherwise below.
void MessageBar::arrange()
{
    constexpr int others = 100; // icon, close button and margins
    const bool isOnly = !m_answer->isHidden() && m_cancel->isHidden() && m_never->isHidden();
    const int wanted = m_text->fontMetrics().horizontalAdvance(m_text->text()) + m_answer->sizeHint().width() + others;
    auto *grid = static_cast<QGridLayout *>(layout());
    int row = 0;
    int column = 0;
    int span = 0;
    grid->getItemPosition(grid->indexOf(m_answer), &row, &column, &span, &span);
    const int place = isOnly && wanted <= width() ? 0 : 1;
    if (place == row)
        return;
    grid->removeWidget(m_answer);
    grid->removeWidget(m_text);
    grid->addWidget(m_text, 0, 1, 1, place == 0 ? 1 : 3);
    grid->addWidget(m_answer, place, 2, Qt::AlignRight);
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void MessageBar::paintEvent(QPaintEvent *) { drawTintedGround(*this, QPalette::Window, accent(m_kind)); }

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_action) {
        m_cancel->hasFocus() || m_close->hasFocus() ? dismiss() : answered();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace pipeglass::ui
