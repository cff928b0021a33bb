// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/decodingtext.h"
#include "cli/streams/output.h"
#include "engine/sessions/session.h"

namespace pipeglass::cli {

/// Prints the events of a tap, one flushed line each: text or JSON.
class TapEvents {
public:
    struct Format {
        bool json = false;
        bool hexDump = false; ///< all bytes of a message, in additional lines
        MessageDecoder decoder{}; ///< the values of a message, in additional lines
    };

    TapEvents(Output &out, Format format);

    void tapped(const QByteArray &path, const ProcessInfo &server, size_t connectedBefore);
    void connected(const engine::ConnectionState &connection);
    void halfClosed(ConnectionId connection, Side from);
    void framingGuessed(ConnectionId connection, Side from, const QByteArray &framing); ///< from here on
    void closed(ConnectionId connection);
    void message(const capture::Record &record); ///< also malformed ones
    void held(ConnectionId connection); ///< a new one: its client waited until the server listened again
    void recreated();
    void missed(quint64 count, quint64 total);
    void left();

private:
    void print(const QString &words);

    Output &m_out;
    Format m_format;
};

} // namespace pipeglass::cli
