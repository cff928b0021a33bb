// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"

#include <QWidget>

class QTreeWidget;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace pipeglass::ui {

class AccessService;

/// How to make a change permanent: the kept changes, and code and commands to copy for the server.
class KeepPage : public QWidget {
    Q_OBJECT

public:
    explicit KeepPage(AccessService &service, QWidget *parent = nullptr);

    /// `now`: permissions of the pipe, `wanted`: after the change. An empty path: not exactly one pipe is chosen.
    void setWanted(const QByteArray &path, const access::Permissions &now, const access::Permissions &wanted);

private:
    void showKept();
    void addFix(const QString &title, const QString &text);

    AccessService &m_service;
    QScrollArea *m_scroll;
    QTreeWidget *m_kept;
    QPushButton *m_stop;
    QWidget *m_keptBox;
    QWidget *m_fixes = nullptr; ///< created again for each pipe
    QVBoxLayout *m_column;
};

} // namespace pipeglass::ui
