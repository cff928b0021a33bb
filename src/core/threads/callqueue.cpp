// SPDX-License-Identifier: MIT
#include "core/threads/callqueue.h"

#include <deque>
#include <mutex>
#include <utility>

namespace pipeglass {

struct CallQueue::State {
    std::mutex mutex;
    std::deque<std::function<void()>> calls;
    CallQueue *queue = nullptr; ///< null when it is gone
};

CallQueue::CallQueue(QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>())
{
    m_state->queue = this;
}

CallQueue::~CallQueue()
{
    std::deque<std::function<void()>> dropped; // destroyed outside of the lock
    const std::lock_guard lock(m_state->mutex);
    m_state->queue = nullptr;
    dropped.swap(m_state->calls);
}

void CallQueue::Sender::post(std::function<void()> call) const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->queue == nullptr)
        return;
    m_state->calls.push_back(std::move(call));
    // One event per call keeps the order with other events.
    QMetaObject::invokeMethod(m_state->queue, &CallQueue::runNext, Qt::QueuedConnection);
}

void CallQueue::runNext()
{
    std::function<void()> call;
    {
        const std::lock_guard lock(m_state->mutex);
        call = std::move(m_state->calls.front());
        m_state->calls.pop_front();
    }
    call();
}

} // namespace pipeglass
