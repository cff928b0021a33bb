// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "framing/framingregistry.h"

#include <QByteArray>
#include <QString>

namespace pipeglass::cli {

/// Output of a verb: data (stdout) or messages (stderr). Main thread.
class Output {
public:
    enum class State {
        Good,
        Closed, ///< the reader is gone, or we were interrupted while waiting for it: further output is dropped
        Failed, ///< a write failed, see systemError()
    };

    Output() = default;
    virtual ~Output() = default;
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    /// May buffer until flush().
    virtual void write(QByteArrayView bytes) = 0;
    /// Writes buffered data, without waiting for a slow reader.
    virtual void flush() = 0;
    /// Call last: waits until everything is written; with `hurry` (after an interrupt) only for a moment.
    virtual void drain(bool hurry) = 0;
    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual int systemError() const { return 0; }
    /// A terminal would interpret escape sequences.
    [[nodiscard]] virtual bool isTerminal() const { return false; }

    /// One line of text, at once.
    void line(const QString &text)
    {
        write(text.toUtf8() + '\n');
        flush();
    }
};

/// The streams of a verb.
struct Streams {
    Output &out;
    Output &err;
    int in = -1; ///< descriptor of stdin; stays the caller's
    const framing::FramingRegistry &framings;
    const decoding::DecoderRegistry &decoders;
};

} // namespace pipeglass::cli
