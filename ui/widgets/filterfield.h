// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace pipeglass::ui {

/// The filter field above a list. Esc clears it; Esc, Enter and Down move the focus to the list.
class FilterField : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

Q_SIGNALS:
    void left(); ///< to the list

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace pipeglass::ui
