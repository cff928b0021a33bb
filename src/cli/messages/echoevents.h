// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"
#include "engine/sessions/session.h"

namespace pipeglass::cli {

/// Prints what happens at a host, each event on a line that is flushed: words for people, or a JSON object.
class EchoEvents {
public:
    struct Format {
        bool json = false;
        bool hexDump = false; ///< all bytes of a message, on lines of their own
    };

    EchoEvents(Output &out, Format format);

    void listening(const QByteArray &path, FileMode mode);
    void connected(const engine::ConnectionState &connection);
    /// The half that they closed: In is what they send, Out is what they read.
    enum class Half { In, Out };
    void halfClosed(const engine::ConnectionState &connection, Half half);
    void closed(const engine::ConnectionState &connection);
    void message(const ProcessInfo &peer, const capture::Record &record); ///< malformed ones too

private:
    void print(const QString &words);
    void connectionEvent(QLatin1String event, const engine::ConnectionState &connection, const QString &words);

    Output &m_out;
    Format m_format;
};

} // namespace pipeglass::cli
