// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

#include <QDialog>

class QAction;
class QFormLayout;
class QTabWidget;

namespace pipeglass::ui {

class Settings;

/// All settings, on pages. Each change applies at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    enum Page { General, List, Conversations, Recordings };

    /// The actions that decide what is listed.
    struct ListActions {
        QList<QAction *> scopes; ///< exclusive
        QList<QAction *> switches;
        QAction *directories = nullptr;
    };

    /// The arguments must outlive it. Deletes itself when closed.
    PreferencesDialog(
        Settings &settings, const framing::FramingRegistry &framings, const ListActions &list, QWidget *parent);

    void showPage(Page page);

Q_SIGNALS:
    void themeChanged();
    void animationsChanged();
    void timesChanged();
    void framingChanged();
    void recordingsChanged(); ///< limit, what happens at the limit, or directory

private:
    void addGeneralPage();
    void addListPage(const ListActions &list);
    void addConversationsPage(const framing::FramingRegistry &framings);
    void addRecordingsPage();
    void addDirectoryRow(QFormLayout &form);
    /// A new page with the title.
    QFormLayout *addPage(const QString &title);

    Settings &m_settings;
    QTabWidget *m_pages;
};

} // namespace pipeglass::ui
