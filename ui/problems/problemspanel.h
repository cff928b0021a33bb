// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/finding.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QTreeView;

namespace pipeglass::models {
class FindingListModel;
} // namespace pipeglass::models

namespace pipeglass::ui {

class CommandField;

/// The list of problems, and of the selected one what is wrong, what to do, and buttons for it.
class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    void apply(const std::vector<doctor::Finding> &findings, bool isComplete);
    [[nodiscard]] int count() const;
    /// Without notes.
    [[nodiscard]] int seriousCount() const;
    void focusList();

Q_SIGNALS:
    /// A problem was selected, or the panel is shown: the rest of the window follows.
    void pipeChosen(const pipeglass::catalog::PipeEntryPtr &pipe);
    void pipeRequested(const pipeglass::catalog::PipeEntryPtr &pipe);
    void deletionRequested(const pipeglass::catalog::PipeEntryPtr &pipe);
    void accessRequested(const pipeglass::catalog::PipeEntryPtr &pipe);
    void examinationRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What the button for the selected finding does besides going to the pipe.
    enum class Act { None, Delete, Access };

    void setUpDetails();
    void showDetails();
    void choosePipe();
    [[nodiscard]] const doctor::Finding *current() const;
    [[nodiscard]] static Act actFor(const doctor::Finding &finding);
    void act();

    models::FindingListModel *m_findings;
    QTreeView *m_list;
    QLabel *m_summary;
    QFrame *m_details;
    QLabel *m_headline;
    QLabel *m_sentence;
    QLabel *m_remedy;
    CommandField *m_command;
    QPushButton *m_goTo;
    QPushButton *m_act;
    bool m_wasComplete = false; ///< later examinations are not announced
};

} // namespace pipeglass::ui
