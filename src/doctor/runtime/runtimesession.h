// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <QByteArray>
#include <QDeadlineTimer>

namespace pipeglass::doctor {

struct RuntimeSocket;

/// A session of EventPipe: the events of one provider of a .NET runtime, as long as this lives. Blocks; one thread.
class RuntimeSession {
public:
    /// Begins one, with all events up to the level "informational". Fails with TimedOut, PeerClosed, WrongSocketType
    /// (the socket is not that process's own), Unsupported (the runtime refuses) or System.
    [[nodiscard]] static Result<RuntimeSession>
    start(const RuntimeSocket &runtime, const QByteArray &provider, QDeadlineTimer deadline);

    RuntimeSession(RuntimeSession &&) = default;
    RuntimeSession &operator=(RuntimeSession &&) = delete;
    ~RuntimeSession();

    /// The next bytes of its stream; empty: none within the time, or the end (`isOver()`).
    [[nodiscard]] QByteArray read(QDeadlineTimer deadline);
    [[nodiscard]] bool isOver() const { return !m_stream.isValid(); }

private:
    RuntimeSession(const RuntimeSocket &runtime, UniqueFd stream, QByteArray id);

    void stop();

    const RuntimeSocket *m_runtime;
    UniqueFd m_stream;
    QByteArray m_id;
};

} // namespace pipeglass::doctor
