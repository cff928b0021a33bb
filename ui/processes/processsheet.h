// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"
#include "catalog/processes/processdetails.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace pipeglass::ui {

class CatalogService;
class ElidedLabel;

/// Details of a process: command line, executable, runtime, directory of its pipes, and diagnostics socket.
class ProcessSheet : public QWidget {
    Q_OBJECT

public:
    explicit ProcessSheet(QWidget *parent = nullptr);

    void setService(CatalogService &service) { m_service = &service; }
    /// Null: none is selected, and the sheet is empty.
    void setProcess(const catalog::DotNetProcess *process);

    [[nodiscard]] pid_t pid() const { return m_pid; } ///< 0: none is selected

private:
    ElidedLabel *addFact(const QString &title);
    void show(const catalog::ProcessDetails &details);

    CatalogService *m_service = nullptr;
    pid_t m_pid = 0;
    QFormLayout *m_facts;
    ElidedLabel *m_title;
    ElidedLabel *m_command;
    ElidedLabel *m_program;
    ElidedLabel *m_runtime;
    ElidedLabel *m_tmpdir;
    ElidedLabel *m_diagnostics;
};

} // namespace pipeglass::ui
