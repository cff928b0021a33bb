// SPDX-License-Identifier: MIT
#pragma once

#include <QClipboard>
#include <QLineEdit>

namespace pipeglass::ui {

/// The line of a message that is being written. Text too long to be laid out in a line (pasted, dropped, or set) is
/// held whole: the line says how much it is and how it begins, and can only be sent or discarded (Esc, Backspace,
/// Delete).
class MessageField : public QLineEdit {
    Q_OBJECT

public:
    static constexpr qsizetype maxShown = 20'000; ///< characters

    explicit MessageField(QWidget *parent = nullptr);

    /// What was typed or pasted, whole.
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

    QString m_held; ///< null: the line has it all
};

} // namespace pipeglass::ui
