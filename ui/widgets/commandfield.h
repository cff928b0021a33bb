// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace pipeglass::ui {

/// A command for a shell, to read and to copy. Hidden while it is empty.
class CommandField : public QWidget {
    Q_OBJECT

public:
    explicit CommandField(QWidget *parent = nullptr);

    void setCommand(const QString &command);
    [[nodiscard]] QString command() const;

private:
    QLineEdit *m_line;
    QPushButton *m_copy;
};

} // namespace pipeglass::ui
