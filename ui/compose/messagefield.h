// SPDX-License-Identifier: MIT
#pragma once

#include <QClipboard>
#include <QLineEdit>

namespace pipeglass::ui {

/// The input field of a message. Text that is too long for the layout (pasted, dropped, or set) is held separately: the
/// field shows its length and beginning, and it can only be sent or discarded (Esc, Backspace, Delete).
class MessageField : public QLineEdit {
    Q_OBJECT

public:
    static constexpr qsizetype maxShown = 20'000; ///< characters

    explicit MessageField(QWidget *parent = nullptr);

    /// The complete text.
    [[nodiscard]] QString content() const { return isHeld() ? m_held : text(); }
    void setContent(const QString &content);
    [[nodiscard]] bool isHeld() const { return !m_held.isNull(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void pasteFrom(QClipboard::Mode mode);
    void insertText(const QString &text);

    QString m_held; ///< null: the text is in the field
};

} // namespace pipeglass::ui
