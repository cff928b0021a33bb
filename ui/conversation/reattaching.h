// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace pipeglass::ui {

class ViewSettings;

/// Shown when the other side of a conversation has gone: attaches again in the same tab, on request or by itself, then
/// with growing pauses. Hidden while connected.
class Reattaching : public QWidget {
    Q_OBJECT

public:
    explicit Reattaching(QWidget *parent = nullptr);

    /// Once, first. Both must outlive this.
    void start(engine::Engine &engine, ViewSettings &settings);
    void apply(const engine::SessionInfo &session);
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; } ///< the other side has gone

public Q_SLOTS:
    void attachNow();

private:
    void adapt();
    void wait();
    void failed(const Error &error);

    engine::Engine *m_engine = nullptr;
    SessionId m_session;
    QLabel *m_text;
    QPushButton *m_button;
    QCheckBox *m_byItself;
    QTimer m_pause; ///< until the next attempt
    QElapsedTimer m_connected; ///< since the connection began
    QString m_problem; ///< of the last attempt
    quint64 m_ticket = 0; ///< of the running attempt; 0: none runs
    int m_attempts = 0; ///< without a lasting connection
    bool m_isWaiting = false;
};

} // namespace pipeglass::ui
