// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace pipeglass::ui {

/// Shows the explanation of a step and a button for the next one.
class DemoBar : public QFrame {
    Q_OBJECT

public:
    explicit DemoBar(QWidget *parent = nullptr);

    /// `next`: text of the button; empty while a step is in progress.
    void tell(int step, int steps, const QString &text, const QString &next);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void nextRequested();
    void endRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void drawIcon();

    QLabel *m_icon;
    QLabel *m_step;
    QLabel *m_text;
    QPushButton *m_next;
    QPushButton *m_end;
};

} // namespace pipeglass::ui
