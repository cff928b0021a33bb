// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

namespace pipeglass::ui {

/// SIGINT, SIGTERM and SIGHUP (unless ignored) as a Qt signal, so that they close the program like its window. One
/// object, in the window's thread, created after the application.
class UnixSignals : public QObject {
    Q_OBJECT

public:
    /// Call before creating the application, which starts threads: threads started before would handle the signals and
    /// end the program.
    static void block();

    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void quitRequested();

private:
    UniqueFd m_signals;
};

} // namespace pipeglass::ui
