// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/decodingtext.h"
#include "cli/streams/output.h"
#include "engine/sessions/session.h"

namespace pipeglass::cli {

/// Prints the events of a host, one flushed line each: text or JSON.
class EchoEvents {
public:
    struct Format {
        bool json = false;
        bool hexDump = false; ///< all bytes of a message, in additional lines
        MessageDecoder decoder{}; ///< the values of a message, in additional lines
    };

    EchoEvents(Output &out, Format format);

    void listening(const QByteArray &path, FileMode mode);
    void connected(const engine::ConnectionState &connection);
    /// The direction that the client closed: In is what it sends, Out is what it reads.
    enum class Half { In, Out };
    void halfClosed(const engine::ConnectionState &connection, Half half);
    void closed(const engine::ConnectionState &connection);
    void message(const ProcessInfo &peer, const capture::Record &record); ///< also malformed ones

private:
    void print(const QString &words);
    void connectionEvent(
        QLatin1String event, const engine::ConnectionState &connection, const QString &words, QLatin1String half = {});

    Output &m_out;
    Format m_format;
};

} // namespace pipeglass::cli
