// SPDX-License-Identifier: MIT
#include "compose/messagefield.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>

#include <limits>

namespace pipeglass::ui {

MessageField::MessageField(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(std::numeric_limits<int>::max()); // Qt's default of 32,767 truncates silently
}

void MessageField::setContent(const QString &content)
{
    const bool isLong = content.size() > maxShown;
    m_held = isLong ? content : QString();
    setReadOnly(isLong);
    if (!isLong) {
        setText(content);
        setToolTip({});
        return;
    }
    constexpr qsizetype beginning = 60;
    setText(tr("%Ln character(s): %1...", nullptr, static_cast<int>(content.size())).arg(content.first(beginning)));
    setCursorPosition(0);
    setToolTip(tr("This text is too long to edit. Enter sends it completely, Esc discards it."));
}

void MessageField::insertText(const QString &text)
{
    const QString before = content();
    if (before.size() + text.size() <= maxShown) {
        insert(text);
        return;
    }
    if (isHeld()) {
        setContent(before + text);
        return;
    }
    const int from = hasSelectedText() ? selectionStart() : cursorPosition();
    const int to = hasSelectedText() ? selectionEnd() : from;
    setContent(before.first(from) + text + before.sliced(to));
}

void MessageField::pasteFrom(QClipboard::Mode mode) { insertText(QApplication::clipboard()->text(mode)); }

void MessageField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        pasteFrom(QClipboard::Clipboard);
        return;
    }
    const int key = event->key();
    if (isHeld() && (key == Qt::Key_Escape || key == Qt::Key_Backspace || key == Qt::Key_Delete)) {
        setContent({});
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void MessageField::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::MiddleButton || !QApplication::clipboard()->supportsSelection()) {
        QLineEdit::mouseReleaseEvent(event);
        return;
    }
    if (!isHeld())
        setCursorPosition(cursorPositionAt(event->pos()));
    pasteFrom(QClipboard::Selection);
}

void MessageField::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasText() || event->mimeData()->text().size() <= maxShown) {
        QLineEdit::dropEvent(event);
        return;
    }
    insertText(event->mimeData()->text());
    event->acceptProposedAction();
}

void MessageField::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto *paste = menu->findChild<QAction *>(QStringLiteral("edit-paste"))) {
        paste->disconnect();
        connect(paste, &QAction::triggered, this, [this] { pasteFrom(QClipboard::Clipboard); });
    }
    menu->popup(event->globalPos());
}

} // namespace pipeglass::ui
