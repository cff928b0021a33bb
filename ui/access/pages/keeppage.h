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

/// What makes a change last: the changes that are kept now, and texts to copy that make the server itself do it right.
class KeepPage : public QWidget {
    Q_OBJECT

public:
    explicit KeepPage(AccessService &service, QWidget *parent = nullptr);

    /// `wanted` is what the pipe shall come out as, which is `now` so far. An empty path: no one pipe is chosen.
    void setWanted(const QByteArray &path, const access::Permissions &now, const access::Permissions &wanted);

private:
    void showKept();
    void addFix(const QString &title, const QString &text);

    AccessService &m_service;
    QScrollArea *m_scroll;
    QTreeWidget *m_kept;
    QPushButton *m_stop;
    QWidget *m_keptBox;
    QWidget *m_fixes = nullptr; ///< made anew for each pipe
    QVBoxLayout *m_column;
};

} // namespace pipeglass::ui
