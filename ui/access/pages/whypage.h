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

/// "Why can't this program connect?": a process from a list, the answer in sentences, and what would help.
class WhyPage : public QWidget {
    Q_OBJECT

public:
    enum Column { Pid, Program, User };

    explicit WhyPage(AccessService &service, QWidget *parent = nullptr);

    /// Nothing: no one pipe is chosen.
    void setPipe(const std::optional<access::PipeFile> &pipe);
    void focusFilter();

Q_SIGNALS:
    /// The smallest change that would let the process in.
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
    quint64 m_question = 0; ///< answers to earlier ones are dropped
};

} // namespace pipeglass::ui
