// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QCheckBox;
class QPushButton;
class QScrollArea;

namespace pipeglass::ui {

class AccessService;
class ChangePreview;
class PeopleTable;
class PermissionEditor;

/// The page with the table of who can connect, the editor, the preview and the buttons.
class PermissionsPage : public QWidget {
    Q_OBJECT

public:
    struct State {
        bool hasChange = false; ///< there is something to apply
        bool asRoot = false; ///< it needs root's rights
        bool isBusy = false;
        bool hasHelper = false;
    };

    PermissionsPage(AccessService &service, QWidget *parent);

    [[nodiscard]] PeopleTable *people() const { return m_people; }
    [[nodiscard]] PermissionEditor *editor() const { return m_editor; }
    [[nodiscard]] ChangePreview *preview() const { return m_preview; }
    [[nodiscard]] QCheckBox *keepThis() const { return m_keepThis; }
    [[nodiscard]] bool canApply() const;
    void adapt(const State &state);
    void focusFirst();

Q_SIGNALS:
    void applyRequested();

private:
    QScrollArea *m_scroll;
    PeopleTable *m_people;
    PermissionEditor *m_editor;
    ChangePreview *m_preview;
    QCheckBox *m_keepThis;
    QPushButton *m_revert;
    QPushButton *m_apply;
};

} // namespace pipeglass::ui
