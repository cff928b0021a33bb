// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace pipeglass {

/// Calls posted from any thread and run in order by the event loop of this object's thread, also in order with queued
/// signals to other objects of that thread.
class CallQueue : public QObject {
    Q_OBJECT

    struct State;

public:
    explicit CallQueue(QObject *parent = nullptr);
    ~CallQueue() override; ///< in the thread of this object; pending calls are dropped

    /// Posts calls, from any thread. May outlive the queue: calls are dropped then.
    class Sender {
    public:
        explicit Sender(std::shared_ptr<State> state)
            : m_state(std::move(state))
        {
        }
        void post(std::function<void()> call) const;

    private:
        std::shared_ptr<State> m_state;
    };
    [[nodiscard]] Sender sender() const { return Sender(m_state); }
    void post(std::function<void()> call) const { sender().post(std::move(call)); }

private:
    void runNext();

    std::shared_ptr<State> m_state;
};

} // namespace pipeglass
