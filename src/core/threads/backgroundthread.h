// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/callqueue.h"

#include <QObject>
#include <QPointer>

class QThread;

namespace pipeglass {

/// A thread for what may block: jobs run in it one after the other, and their results, as values, come back in the
/// thread of this object. Made and ended in that thread. Where no thread can be made, jobs run in run() itself.
class BackgroundThread : public QObject {
    Q_OBJECT

public:
    explicit BackgroundThread(const QString &name, QObject *parent = nullptr);
    /// Ends it after the job of the moment. A job that takes longer than two seconds (a person who is asked for a
    /// password) is left to end with the program.
    ~BackgroundThread() override;

    /// `job` runs in the thread, then `done` takes its result in this object's thread, unless `context` (which lives
    /// there too) is gone by then. Results come in the order of the calls. The result need not be copyable.
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
    CallQueue *m_jobs; ///< in the thread, which deletes it when it ends
    CallQueue *m_reports; ///< a child, in the thread of this object
};

} // namespace pipeglass
