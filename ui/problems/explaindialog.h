// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/backgroundthread.h"
#include "doctor/errors/explanation.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace pipeglass::ui {

class ExplanationView;

/// Explains the exception in a pasted text while one types. Begins with the clipboard's text if it has one. Deletes
/// itself when closed.
class ExplainDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExplainDialog(QWidget *parent = nullptr);
    ~ExplainDialog() override;

Q_SIGNALS:
    void pipeRequested(const pipeglass::catalog::PipeEntryPtr &pipe);

private:
    void explain();
    void showAnswer(const std::optional<doctor::Explanation> &explanation);

    QPlainTextEdit *m_text;
    ExplanationView *m_answer;
    QLabel *m_nothing; ///< instead of an answer
    QPushButton *m_goTo;
    QTimer m_pause; ///< until the text has not changed for a moment
    catalog::PipeEntryPtr m_found;
    BackgroundThread m_thread;
};

} // namespace pipeglass::ui
