// SPDX-License-Identifier: MIT
#pragma once

#include "access/question.h"
#include "core/system/process.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pipeglass::ui {

class AccessService;
class FilterField;

/// "Why can't this program connect?": a list of processes, the answer for one, and a fix.
class WhyPage : public QWidget {
    Q_OBJECT

public:
    enum Column { Pid, Program, User };

    explicit WhyPage(AccessService &service, QWidget *parent = nullptr);

    /// nullopt: not exactly one pipe is chosen.
    void setPipe(const std::optional<access::PipeFile> &pipe);
    void focusFilter();

Q_SIGNALS:
    /// The smallest change that lets the process connect.
    void fixRequested(const pipeglass::access::ChangeRequest &request);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void readProcesses();
    void fill(const QList<ProcessInfo> &processes);
    void filter(const QString &text);
    void askAbout();
    void answer(const Result<access::Answer> &answer);

    AccessService &m_service;
    FilterField *m_filter;
    QTreeWidget *m_list;
    QLabel *m_sentence;
    QLabel *m_warning;
    QLabel *m_help;
    QPushButton *m_fix;
    std::optional<access::PipeFile> m_pipe;
    access::ChangeRequest m_request;
    quint64 m_question = 0; ///< answers to earlier questions are dropped
};

} // namespace pipeglass::ui
