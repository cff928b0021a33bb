// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"

#include <QObject>

class QWidget;

namespace pipeglass::ui {

class ProblemsWatch;
class StaleDeletion;
class Workers;

namespace Ui {
class MainWindow;
}

/// The page of problems, and the dialogs that explain an error and why a program cannot connect. If the first
/// examination finds problems, the page is shown, unless the user has already begun with something.
class ProblemActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it.
    ProblemActions(Ui::MainWindow &ui, Workers &workers, QWidget *window);

    /// Whether the window is visible.
    void setActive(bool active);

Q_SIGNALS:
    void placeRequested(QWidget *place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectPanel();
    void showExplainDialog();
    void showConnectsDialog();
    void adaptConnects();
    void goTo(const catalog::PipeEntryPtr &pipe);
    void adapt(bool isComplete);

    Ui::MainWindow &m_ui;
    Workers &m_workers;
    QWidget *m_window;
    ProblemsWatch *m_watch;
    StaleDeletion *m_deletion;
    bool m_mayShow = true; ///< the page may still come up by itself
};

} // namespace pipeglass::ui
