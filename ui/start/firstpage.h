// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QScrollArea>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;

namespace pipeglass::ui {

/// What can be done while there are no pipes: a button for each action, with what it does or why it cannot be used now,
/// and the recent recordings.
class FirstPage : public QScrollArea {
    Q_OBJECT

public:
    explicit FirstPage(QWidget *parent = nullptr);

    /// What was looked for, and not found; after the first line what to do.
    void setSentence(const QString &sentence);
    /// The tool tip of the action is shown next to its button; for a disabled one that is the reason. `title`: empty:
    /// the text of the action.
    void addAction(QAction *action, const QString &title = {});
    /// Replaces the recordings. The tool tip of each action is a path, or why it is not available.
    void setRecordings(const QList<QAction *> &actions);
    void focusFirst(); ///< the first button that can be used

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Enter uses the button that has the focus

private:
    /// Returns the widgets of the new row.
    QList<QWidget *> addRow(QGridLayout &grid, QAction *action, const QString &title, bool isFile);

    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_recent;
    QGridLayout *m_actions;
    QGridLayout *m_recordings;
    QList<QPushButton *> m_buttons; ///< of the actions
    QList<QWidget *> m_ofRecordings;
};

} // namespace pipeglass::ui
