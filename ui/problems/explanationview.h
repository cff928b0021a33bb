// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/errors/explanation.h"

#include <QWidget>

class QLabel;

namespace pipeglass::ui {

class CommandField;

/// An explained error: meaning, the pipe as it is now, what to do, and a command.
class ExplanationView : public QWidget {
    Q_OBJECT

public:
    explicit ExplanationView(QWidget *parent = nullptr);

    void setExplanation(const doctor::Explanation &explanation);

private:
    QLabel *m_meaning;
    QLabel *m_pipe;
    QLabel *m_remedy;
    CommandField *m_command;
};

} // namespace pipeglass::ui
