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

/// What is known of one process in a few lines: how it was started, which program and runtime it is, where it makes its
/// pipes, and its diagnostics socket.
class ProcessSheet : public QWidget {
    Q_OBJECT

public:
    explicit ProcessSheet(QWidget *parent = nullptr);

    void setService(CatalogService &service) { m_service = &service; }
    /// Null: none is chosen, and the sheet is empty.
    void setProcess(const catalog::DotNetProcess *process);

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
