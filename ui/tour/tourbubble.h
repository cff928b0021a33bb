// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace pipeglass::ui {

/// Explains a control of the window next to it, and draws a frame around it. Follows the control. Esc ends.
class TourBubble : public QFrame {
    Q_OBJECT

public:
    explicit TourBubble(QWidget *window);
    ~TourBubble() override;

    /// `target` must be in the window; null: in the middle. `next`: text of the button; empty: wait.
    void tell(int step, int steps, const QString &text, QWidget *target, const QString &next);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void nextRequested();
    void endRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< Enter is Next

private:
    void place();
    [[nodiscard]] QRect targetRect() const; ///< in the window

    QWidget *m_window;
    QPointer<QWidget> m_target;
    QPointer<QWidget> m_frame; ///< drawn around the control
    QLabel *m_step;
    QLabel *m_text;
    QPushButton *m_next;
    QPushButton *m_end;
};

} // namespace pipeglass::ui
