// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

namespace pipeglass::ui {

/// SIGINT, SIGTERM and SIGHUP (where that is not ignored) as a Qt signal, so that an interrupt ends the program as
/// closing its window does. One object, in the window's thread, made after the application.
class UnixSignals : public QObject {
    Q_OBJECT

public:
    /// Before the application, which starts threads of its own: only those that start later leave the two signals to
    /// us, and any other would end the program at once.
    static void block();

    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void quitRequested();

private:
    UniqueFd m_signals;
};

} // namespace pipeglass::ui
