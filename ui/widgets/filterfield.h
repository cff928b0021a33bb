// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace pipeglass::ui {

/// The field above a list that filters it. Esc clears it; Esc, Enter and Down lead to the list.
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
