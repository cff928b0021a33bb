// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace pipeglass::ui {

class Workers;

namespace Ui {
class MainWindow;
}

/// The page that the list shows without pipes: its actions, and whether they can work here. Those that cannot are
/// disabled, and their tool tips say why. Window's thread.
class FirstActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive this object.
    FirstActions(Ui::MainWindow &ui, Workers &workers, QObject *parent);

    /// Why no pipe of ours can be created and listed; empty: it can.
    [[nodiscard]] QString whyNoDemo() const;
    void showRecordings(); ///< the menu of recent files was filled

Q_SIGNALS:
    void checked(const QString &whyNoDemo);

private:
    void check();
    void adapt();

    Ui::MainWindow &m_ui;
    Workers &m_workers;
    QString m_whyNoPipe; ///< why no pipe can be created; empty: it can
};

} // namespace pipeglass::ui
