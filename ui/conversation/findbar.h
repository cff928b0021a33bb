// SPDX-License-Identifier: MIT
#pragma once

#include "filter/filter.h"

#include <QWidget>

class QLabel;

namespace pipeglass::ui {

class ExpressionField;

/// Below the messages of a conversation while something is searched: an expression, and its next and previous match.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void open(); ///< shows it, with the focus
    [[nodiscard]] ExpressionField *field() const { return m_field; }
    void setState(const QString &text);

Q_SIGNALS:
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void closeBar();

    ExpressionField *m_field;
    QLabel *m_state;
};

} // namespace pipeglass::ui
