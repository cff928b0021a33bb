// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/callqueue.h"

#include <QObject>
#include <QPointer>

class QThread;

namespace pipeglass {

/// Runs blocking jobs one after the other in its own thread and delivers each result in the thread of this object. If
/// no thread can be started, run() executes the job itself.
class BackgroundThread : public QObject {
    Q_OBJECT

public:
    explicit BackgroundThread(const QString &name, QObject *parent = nullptr);
    /// Waits at most two seconds for the current job; a job that takes longer (a password prompt) ends with the
    /// program.
    ~BackgroundThread() override;

    /// Runs `job` in the thread, then calls `done` with its result in this object's thread, unless `context` (which
    /// lives there too) has been deleted. Results arrive in the order of the calls and need not be copyable.
    template <typename Job, typename Done>
    void run(QObject *context, Job job, Done done)
    {
        const QPointer<QObject> guard(context);
        queue([reports = m_reports->sender(), guard, job = std::move(job), done = std::move(done)] {
            auto result = std::make_shared<decltype(job())>(job());
            reports.post([guard, done, result] {
                if (guard)
                    done(*result);
            });
        });
    }

    [[nodiscard]] QThread *thread() const { return m_thread; }

private:
    void queue(std::function<void()> job);

    QThread *m_thread;
    CallQueue *m_jobs; ///< lives in the thread, deleted when it ends
    CallQueue *m_reports; ///< child of this object
};

} // namespace pipeglass
