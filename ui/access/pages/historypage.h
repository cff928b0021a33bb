// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/journalentry.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace pipeglass::ui {

class AccessService;

/// All changes in the journal, newest first, with undo.
class HistoryPage : public QWidget {
    Q_OBJECT

public:
    enum Column { When, Pipe, What, State };

    explicit HistoryPage(AccessService &service, QWidget *parent = nullptr);

Q_SIGNALS:
    void undoRequested(quint32 journalId);
    void errorOccurred(const pipeglass::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void fill(const std::vector<access::ChangeEntry> &entries);
    void adapt();

    AccessService &m_service;
    QTreeWidget *m_list;
    QPushButton *m_undo;
};

} // namespace pipeglass::ui
