// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissiondraft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pipeglass::ui {

struct AccountNames;

/// The users and groups besides owner, group and others: a check box for each, a field to add one, and the effect of
/// the mask. Shows a draft; edits are emitted as signals.
class AclEntries : public QWidget {
    Q_OBJECT

public:
    enum Column { Who, CanConnect };

    explicit AclEntries(QWidget *parent = nullptr);

    void setNames(const AccountNames &names);
    void show(const PermissionDraft &draft);
    /// Selects the kind and focuses the name field.
    void startAdding(access::PrincipalKind kind);
    void clearField();

Q_SIGNALS:
    void addRequested(pipeglass::access::PrincipalKind kind, const QString &name);
    void removeRequested(const pipeglass::access::Principal &who);
    void switched(const pipeglass::access::Principal &who, bool can);
    void liftRequested();

private:
    void setUpAdding();
    void chooseNames();
    void add();
    void removeCurrent();
    void itemChanged(QTreeWidgetItem *item);
    void showMask(const PermissionDraft &draft);

    QTreeWidget *m_list;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QPushButton *m_add;
    QPushButton *m_remove;
    QWidget *m_maskRow;
    QLabel *m_mask;
    QPushButton *m_lift;
    QStringList m_users;
    QStringList m_groups;
    std::vector<PermissionDraft::Entry> m_entries;
};

} // namespace pipeglass::ui
