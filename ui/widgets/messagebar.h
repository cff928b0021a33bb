// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace pipeglass::ui {

/// A message inside the panel that it concerns: an icon, a sentence as plain text, perhaps one thing to do about it,
/// and a button to dismiss it. Hidden while there is nothing to say. When it goes while it has the focus, the focus
/// returns to where it came from.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Kind kind, const QString &text);
    void showError(const Error &error);
    /// Asks: a button with `answer` that calls `action` and dismisses the bar, and one that only dismisses it. That
    /// one gets the focus, so that a key typed by accident does nothing.
    void ask(Kind kind, const QString &text, const QString &answer, std::function<void()> action);
    /// As above, with "Don't show this again": `action` is told whether it was ticked.
    void askOnce(Kind kind, const QString &text, const QString &answer, std::function<void(bool never)> action);
    /// As ask(), but the focus stays where it is: what is offered is not what the next Enter shall do.
    void offer(Kind kind, const QString &text, const QString &answer, std::function<void()> action);
    /// For an offer that harms nothing.
    void focusAnswer();
    /// Other words for what is shown already: its button stays, and the focus.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    /// It has gone, and the focus was in it and has nowhere to return to.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answered();
    void giveFocusBack();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QCheckBox *m_never;
    QPushButton *m_answer;
    QPushButton *m_cancel;
    QToolButton *m_close;
    QPointer<QWidget> m_before; ///< had the focus before the bar
    std::function<void(bool)> m_action;
    QObject m_untilDestroyed; ///< the focus is followed until here: the children are destroyed later, and lose it
};

} // namespace pipeglass::ui
