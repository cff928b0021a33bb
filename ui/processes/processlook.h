// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace pipeglass::ui {

class CatalogService;

/// Keeps asking for the .NET processes while somebody looks: every two seconds at most, more rarely where an answer
/// takes long, and never a second question before the answer to the first. Window's thread.
class ProcessLook : public QObject {
    Q_OBJECT

public:
    explicit ProcessLook(CatalogService &service, QObject *parent = nullptr);

    /// Whether somebody looks. At first nobody does.
    void setActive(bool active);
    /// Whether pipes of other mount namespaces count. At first they do not.
    void setNamespaces(bool wanted);
    /// At once, or as soon as the question that is under way is answered.
    void scanNow();
    /// Something has changed on the machine: worth a look as soon as two seconds have gone by since the last.
    void noteChange();

Q_SIGNALS:
    void seen(const pipeglass::catalog::DotNetProcesses &processes);

private:
    void ask();
    void answered(const catalog::DotNetProcesses &processes);

    CatalogService &m_service;
    QTimer m_next;
    QElapsedTimer m_last; ///< since the last question, then since its answer
    bool m_isActive = false;
    bool m_namespaces = false;
    bool m_isAsking = false;
    bool m_again = false;
};

} // namespace pipeglass::ui
