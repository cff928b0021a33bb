// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/backgroundthread.h"
#include "doctor/runtime/connectwatch.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace pipeglass::ui {

class ExplanationView;

/// "Why can't it connect?": listens to the failing connects of a running .NET program, when asked, and explains them.
/// Says first what it does to the program. Deletes itself when closed, which ends the listening.
class ConnectsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConnectsDialog(pid_t pid, QWidget *parent = nullptr);
    ~ConnectsDialog() override;

Q_SIGNALS:
    void pipeRequested(const pipeglass::catalog::PipeEntryPtr &pipe);

private:
    using Found = Result<std::vector<doctor::ExplainedConnect>>;

    void setUpRows();
    void find(pid_t pid);
    void toggle();
    void listen();
    void showFound(const Found &found);
    void showChosen();
    void adapt();

    QLabel *m_intro; ///< what it does, or why it cannot
    QLabel *m_result; ///< what came of it
    QListWidget *m_tried;
    ExplanationView *m_explanation;
    QProgressBar *m_progress;
    QPushButton *m_listen;
    QPushButton *m_goTo;
    std::shared_ptr<const doctor::RuntimeSocket> m_runtime; ///< null: not found
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the listening; null: none
    std::vector<doctor::ExplainedConnect> m_found;
    BackgroundThread m_thread;
};

} // namespace pipeglass::ui
