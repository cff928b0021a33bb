// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace pipeglass::ui {

/// Lets the text cursor stop blinking when nobody has typed for ten seconds, because each blink wakes the program
/// twice a second for nothing. The next key, click or focus brings it back. Install once on the application.
class CursorRest : public QObject {
    Q_OBJECT

public:
    explicit CursorRest(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wake();
    void rest();

    int m_flashTime;
    QTimer m_idle; ///< runs only while a text field has the focus and the cursor blinks
};

} // namespace pipeglass::ui
