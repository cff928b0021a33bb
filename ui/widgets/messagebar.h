// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <QFrame>

#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace pipeglass::ui {

/// A message inside the panel that it concerns: an icon, a sentence as plain text, perhaps one thing to do about it,
/// and a button to dismiss it. Hidden while there is nothing to say.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Kind kind, const QString &text);
    void showError(const Error &error);
    /// Asks: a button with `answer` that calls `action` and dismisses the bar. The button gets the focus.
    void ask(Kind kind, const QString &text, const QString &answer, std::function<void()> action);
    /// As above, with "Don't show this again": `action` is told whether it was ticked.
    void askOnce(Kind kind, const QString &text, const QString &answer, std::function<void(bool never)> action);
    /// As ask(), but the focus stays where it is: what is offered is not what the next Enter shall do.
    void offer(Kind kind, const QString &text, const QString &answer, std::function<void()> action);
    /// Other words for what is shown already: its button stays, and the focus.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    /// It has gone, and the focus was in it.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answered();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QCheckBox *m_never;
    QPushButton *m_answer;
    QToolButton *m_close;
    std::function<void(bool)> m_action;
};

} // namespace pipeglass::ui
