// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

class QSocketNotifier;

namespace pipeglass::engine {

/// Reports that a file was written or closed by its writer, at most ten times a second. Without inotify (its limit was
/// reached, or a network file system) it reports once a second.
class GrowthWatch : public QObject {
    Q_OBJECT

public:
    explicit GrowthWatch(const QByteArray &path, QObject *parent = nullptr);
    ~GrowthWatch() override;

    void start(); ///< reports once, and stops then; what happened since the last report counts

Q_SIGNALS:
    void changed();

private:
    void drain();

    UniqueFd m_inotify;
    QSocketNotifier *m_notifier = nullptr; ///< null: no inotify
    QTimer m_timer;
};

} // namespace pipeglass::engine
