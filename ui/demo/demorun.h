// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace pipeglass::ui {

class Demo;
class MainWindow;

/// The automatic demonstration: runs it, saves a picture of the window, and prints the content.
class DemoRun : public QObject {
    Q_OBJECT

public:
    DemoRun(MainWindow &window, const QString &picture);

    void start();

Q_SIGNALS:
    void ended(int exitCode);

private:
    void conclude();
    void fail(const QString &sentence);

    MainWindow &m_window;
    QString m_picture;
    Demo *m_demo;
    QTimer m_limit;
};

} // namespace pipeglass::ui
