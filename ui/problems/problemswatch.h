// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/backgroundthread.h"
#include "doctor/examiner.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace pipeglass::ui {

/// Examines pipes in a background thread while active, at most for half a percent of a core: every 30 seconds or less
/// often, and soon after a change. While something has to last to be a finding, it looks once a second. Window's
/// thread.
class ProblemsWatch : public QObject {
    Q_OBJECT

public:
    explicit ProblemsWatch(QObject *parent = nullptr);
    ~ProblemsWatch() override;

    /// What to examine. Forgets what was seen before.
    void setScanOptions(catalog::ScanOptions options);
    /// Off by default. The first examination begins a second later, when the window stands.
    void setActive(bool active);
    /// The catalog has changed.
    void noteChange();
    void examineNow();

Q_SIGNALS:
    /// `isComplete`: nothing was seen that may become a finding if it lasts.
    void found(const std::vector<pipeglass::doctor::Finding> &findings, bool isComplete);

private:
    struct Result {
        std::optional<std::vector<doctor::Finding>> findings; ///< nullopt: look again first
        bool isPending = false;
        bool isLast = false; ///< of several looks
        qint64 cost = 0; ///< CPU time in nanoseconds
    };

    void look();
    void take(const Result &result);

    std::shared_ptr<doctor::Examiner> m_examiner; ///< used in the background thread
    BackgroundThread m_thread;
    QTimer m_next;
    QElapsedTimer m_phase; ///< since the first of several looks
    QElapsedTimer m_last; ///< since the last result
    qint64 m_cost = 0;
    bool m_isActive = false;
    bool m_isLooking = false;
    bool m_isFirstLook = true; ///< of several
};

} // namespace pipeglass::ui
