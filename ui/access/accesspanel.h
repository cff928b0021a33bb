// SPDX-License-Identifier: MIT
#pragma once

#include "access/accessservice.h"
#include "access/keptdrafts.h"
#include "catalog/entries/pipeentry.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace pipeglass::ui {

class AccessHead;
class ChangePreview;
class HistoryPage;
class KeepPage;
class MessageBar;
class PeopleTable;
class PermissionEditor;
class PermissionsPage;
class WhyPage;

/// Shows and changes who can connect to the chosen pipes, with preview and undo.
class AccessPanel : public QWidget {
    Q_OBJECT

public:
    explicit AccessPanel(QWidget *parent = nullptr);

    /// Call once, first. The service must outlive the panel.
    void setService(AccessService &service);
    /// Empty: nothing is chosen, or the chosen pipes were removed.
    void setEntries(const std::vector<catalog::PipeEntryPtr> &entries);
    [[nodiscard]] MessageBar *bar() const { return m_bar; }
    void focusFirst();
    /// Puts the smallest change that lets the user, or else others, connect into the editor.
    void suggestSmallestFix();

Q_SIGNALS:
    void changed(); ///< the permissions of a pipe changed: refresh

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePermissionsPage();
    void makeTabs();
    void look();
    void examined(const AccessService::Examined &found);
    void showNothing(const QString &text);
    void suggest();
    void plan();
    void planned(const AccessService::Planned &previews);
    void apply();
    void applied(const std::vector<access::Preview> &previews, const AccessService::Changed &changes);
    using LaterChanges = access::Changer::LaterChanges;
    void undo(const std::vector<quint32> &journalIds, LaterChanges later);
    void undone(const std::vector<quint32> &journalIds, const AccessService::Changed &changes);
    void adapt();
    void saveDraft();

    AccessService *m_service = nullptr;
    MessageBar *m_bar;
    AccessHead *m_head;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    PermissionsPage *m_page = nullptr;
    PeopleTable *m_people = nullptr;
    PermissionEditor *m_editor = nullptr;
    ChangePreview *m_preview = nullptr;
    WhyPage *m_why = nullptr;
    KeepPage *m_keep = nullptr;
    HistoryPage *m_history = nullptr;

    std::vector<access::PipeFile> m_pipes; ///< chosen
    std::vector<Timestamp> m_stamps; ///< when each changed last, according to the list
    std::vector<PipeAccess> m_seen; ///< the pipes in the editor
    std::vector<access::Preview> m_previews; ///< the changes that Apply would make
    KeptDrafts m_drafts; ///< of other pipes
    quint64 m_look = 0;
    quint64 m_plan = 0;
    bool m_asRoot = false; ///< m_previews need root's rights
    bool m_busy = false;
    bool m_wantsSuggestion = false;
    bool m_wantsFocus = false; ///< focus the first control after the current query
    bool m_rootSaid = false;
};

} // namespace pipeglass::ui
