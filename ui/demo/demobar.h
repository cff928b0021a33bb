// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace pipeglass::ui {

/// The guide of the demonstration: says in words what one sees, and offers the next step.
class DemoBar : public QFrame {
    Q_OBJECT

public:
    explicit DemoBar(QWidget *parent = nullptr);

    /// `next` is the word on the button; empty while something is under way.
    void tell(int step, int steps, const QString &text, const QString &next);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void nextRequested();
    void endRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawIcon();
    void fitText();

    QLabel *m_icon;
    QLabel *m_step;
    QLabel *m_text;
    QPushButton *m_next;
    QPushButton *m_end;
};

} // namespace pipeglass::ui
