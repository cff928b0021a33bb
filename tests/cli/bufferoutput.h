// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"

#include <QList>

namespace pipeglass::test {

/// An Output in memory. Keeps flushed bytes separately, so that tests can check what was written at once.
class BufferOutput : public cli::Output {
public:
    void write(QByteArrayView bytes) override
    {
        if (m_state == State::Good)
            m_held += bytes;
    }
    void flush() override
    {
        flushed += m_held;
        m_held.clear();
    }
    void drain(bool hurry) override
    {
        flush();
        hurried = hurry;
    }
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] int systemError() const override { return m_systemError; }
    [[nodiscard]] bool isTerminal() const override { return terminal; }

    void close() { m_state = State::Closed; }
    void breakWith(int error)
    {
        m_state = State::Failed;
        m_systemError = error;
    }
    [[nodiscard]] QList<QByteArray> lines() const
    {
        QList<QByteArray> all = flushed.split('\n');
        if (all.last().isEmpty())
            all.removeLast();
        return all;
    }

    QByteArray flushed;
    bool terminal = false;
    bool hurried = false;

private:
    QByteArray m_held;
    State m_state = State::Good;
    int m_systemError = 0;
};

} // namespace pipeglass::test
