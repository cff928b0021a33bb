// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace pipeglass::ui {

/// Stops the blinking of the text cursor after ten seconds without input, to avoid two wake-ups a second. The next key,
/// click or focus restarts it. Install once on the application.
class CursorBlinkTimeout : public QObject {
    Q_OBJECT

public:
    explicit CursorBlinkTimeout(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wake();
    void rest();

    int m_flashTime;
    QTimer m_idle; ///< runs while a text field has the focus and the cursor blinks
};

} // namespace pipeglass::ui
