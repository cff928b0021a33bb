// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

#include <QByteArray>
#include <QString>

namespace pipeglass::cli {

/// Where a verb writes: data (stdout) or talk (stderr). Main thread.
class Output {
public:
    enum class State {
        Good,
        Closed, ///< nobody reads any more (or we were interrupted while they did not): what is written is dropped
        Failed, ///< the system refused a write, see systemError()
    };

    Output() = default;
    virtual ~Output() = default;
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    /// May be held back until flush().
    virtual void write(QByteArrayView bytes) = 0;
    /// Hands on what was written, without waiting for a reader that is slow.
    virtual void flush() = 0;
    /// The last thing: waits until the reader took all, or in a hurry (after an interrupt) not longer than a moment.
    virtual void drain(bool hurry) = 0;
    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual int systemError() const { return 0; }
    /// A person looks at it through a terminal, which would act on escape sequences.
    [[nodiscard]] virtual bool isTerminal() const { return false; }

    /// One line of text, at once.
    void line(const QString &text)
    {
        write(text.toUtf8() + '\n');
        flush();
    }
};

/// What a verb is given to work with.
struct Streams {
    Output &out;
    Output &err;
    int in = -1; ///< the descriptor of stdin; stays the caller's
    const framing::FramingRegistry &framings;
};

} // namespace pipeglass::cli
