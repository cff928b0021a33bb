// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace pipeglass::models {

/// Runs `work` in the thread pool and calls `done` with its result in the application's thread, unless `context` has
/// been deleted. Call it in the application's thread. Among waiting jobs those with a higher priority go first.
template <typename Work, typename Done>
void runInPool(QObject *context, Work work, Done done, int priority = 0)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            auto result = work();
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, done = std::move(done), result = std::move(result)] {
                    if (guard)
                        done(result);
                },
                Qt::QueuedConnection);
        },
        priority);
}

} // namespace pipeglass::models
