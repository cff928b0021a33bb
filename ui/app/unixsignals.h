// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

namespace pipeglass::ui {

/// SIGINT and SIGTERM as a Qt signal, so that an interrupt ends the program as closing its window does. One object, in
/// the window's thread, made before other threads start.
class UnixSignals : public QObject {
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void quitRequested();

private:
    UniqueFd m_signals;
};

} // namespace pipeglass::ui
