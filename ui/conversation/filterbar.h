// SPDX-License-Identifier: MIT
#pragma once

#include "filter/filter.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace pipeglass::ui {

class ExpressionField;
class ViewSettings;

/// Above the messages of a conversation: the filter, what it found, and buttons for the view. What is wrong with the
/// filter is said below it.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setSettings(ViewSettings *settings);
    [[nodiscard]] ExpressionField *field() const { return m_field; }
    /// Sets a filter as if it were typed.
    void setFilter(const QString &text);

    void setCount(const QString &text);
    void setRunning(bool running, bool stopped); ///< shows Stop, or Continue
    void setPaused(bool paused);
    void setHidden(const QString &text); ///< which messages are hidden; empty: none

Q_SIGNALS:
    void filterChanged(const pipeglass::filter::Filter &filter);
    void stopRequested();
    void resumeRequested();
    void pauseToggled(bool paused);
    void clearRequested();
    void showEarlierRequested();
    void left(); ///< to the list

private:
    [[nodiscard]] QToolButton *
    makeButton(const QString &name, const QString &icon, const QString &text, const QString &tip);
    void fillMenu();
    void addSavedFilters();
    void askForName();

    ViewSettings *m_settings = nullptr;
    ExpressionField *m_field;
    QLabel *m_count;
    QToolButton *m_stop;
    QToolButton *m_pause;
    QToolButton *m_clear;
    QToolButton *m_showEarlier;
    QToolButton *m_filters;
    QMenu *m_menu;
    QWidget *m_problemRow;
    QLabel *m_problemIcon;
    QLabel *m_problem;
    bool m_isStopped = false;
};

} // namespace pipeglass::ui
