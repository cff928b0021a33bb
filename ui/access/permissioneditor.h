// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissiondraft.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace pipeglass::ui {

class AccessService;
class AclEntries;

/// The permissions of the chosen pipes as check boxes and fields. Edits a draft; applies nothing.
class PermissionEditor : public QWidget {
    Q_OBJECT

public:
    explicit PermissionEditor(AccessService &service, QWidget *parent = nullptr);

    /// With a saved draft, if there is one.
    void reset(const std::vector<access::Target> &targets, const std::optional<PermissionDraft> &draft = {});
    void revert();
    /// Adds a request to the draft.
    void take(const access::ChangeRequest &request);
    void addUser();
    /// The most useful control to focus.
    [[nodiscard]] QWidget *first() const;
    [[nodiscard]] const PermissionDraft &draft() const { return m_draft; }

Q_SIGNALS:
    void edited();
    void errorOccurred(const pipeglass::Error &error);

private:
    /// Controls of owner, group or others: a name field (not for others) and a check box.
    struct Class {
        QLineEdit *name = nullptr;
        QCheckBox *can = nullptr;
    };

    Class addClass(QGridLayout *grid, const QString &title, const QString &objectName, bool hasName);
    void connectClass(
        const Class &row, Qt::CheckState (PermissionDraft::*state)() const, void (PermissionDraft::*set)(bool));
    void addPresets(QGridLayout *grid);
    void addModes(QGridLayout *grid);
    void loadNames();
    void edit(const std::function<void()> &change);
    void takeName(access::PrincipalKind kind);
    void takeOctal();
    void takeSymbolic();
    void display();
    void showSwitch(QCheckBox *box, Qt::CheckState state, bool cut);
    void allowNames(const std::vector<access::Target> &targets);

    AccessService &m_service;
    PermissionDraft m_draft;
    Class m_owner;
    Class m_group;
    Class m_others;
    QLabel *m_why; ///< why owner or group cannot be changed
    AclEntries *m_entries = nullptr;
    QLineEdit *m_octal = nullptr;
    QLineEdit *m_symbolic = nullptr;
};

} // namespace pipeglass::ui
