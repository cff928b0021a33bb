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

/// A message inside the panel that it concerns: icon, plain text, an optional action, and a button to dismiss it.
/// Hidden if there is no message. When dismissed with the focus inside, the focus returns to the previous widget.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Kind kind, const QString &text);
    void showError(const Error &error);
    /// Asks a question: one button with `answer` that calls `action` and dismisses the bar, another that only dismisses
    /// it. The latter gets the focus, so that accidental keys do nothing.
    void ask(Kind kind, const QString &text, const QString &answer, std::function<void()> action);
    /// As above, with "Don't show this again", which is passed to `action`.
    void askOnce(Kind kind, const QString &text, const QString &answer, std::function<void(bool never)> action);
    /// As ask(), without taking the focus.
    void offer(Kind kind, const QString &text, const QString &answer, std::function<void()> action);
    /// For a harmless offer.
    void focusAnswer();
    /// Changes the text of the current message; keeps its button and the focus.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    /// Dismissed with the focus inside, and the previous widget cannot take it.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void answered();
    void giveFocusBack();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QCheckBox *m_never;
    QPushButton *m_answer;
    QPushButton *m_cancel;
    QToolButton *m_close;
    QPointer<QWidget> m_before; ///< had the focus before
    std::function<void(bool)> m_action;
    QObject m_untilDestroyed; ///< ends the connection to focusChanged before the children are destroyed
};

} // namespace pipeglass::ui
