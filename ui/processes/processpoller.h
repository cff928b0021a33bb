// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace pipeglass::ui {

class CatalogService;

/// Reads the .NET processes repeatedly while active: at most every two seconds, less often if it takes long, one
/// request at a time. Window's thread.
class ProcessPoller : public QObject {
    Q_OBJECT

public:
    explicit ProcessPoller(CatalogService &service, QObject *parent = nullptr);

    /// Whether to refresh. Off by default.
    void setActive(bool active);
    /// Whether to include pipes in other mount namespaces. Off by default.
    void setNamespaces(bool wanted);
    /// At once, or when the current request is answered.
    void scanNow();
    /// The catalog has changed: refreshes as soon as two seconds have passed since the last request.
    void noteChange();

Q_SIGNALS:
    void seen(const pipeglass::catalog::DotNetProcesses &processes);

private:
    void ask();
    void answered(const catalog::DotNetProcesses &processes);

    CatalogService &m_service;
    QTimer m_next;
    QElapsedTimer m_last; ///< since the last request, then since its answer
    bool m_isActive = false;
    bool m_namespaces = false;
    bool m_isAsking = false;
    bool m_again = false;
};

} // namespace pipeglass::ui
