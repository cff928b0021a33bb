// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/decodingtext.h"
#include "cli/reading/messagesink.h"
#include "cli/streams/output.h"

namespace pipeglass::cli {

/// Prints a line, or a JSON object on a line, for each message.
class MessagePrinter : public MessageSink {
public:
    struct Format {
        bool json = false;
        bool hexDump = false;
        bool events = false; ///< print events too
        bool framedAgain = false; ///< the messages are not those of the recorded framing
        MessageDecoder decoder;
    };

    MessagePrinter(Output &out, Format format);

    [[nodiscard]] Status take(const Item &item) override;

private:
    [[nodiscard]] Status printEvent(const Item &item);
    [[nodiscard]] Status printMessage(const Item &item);
    void printLine(const capture::Record &record, quint64 number, std::optional<Side> ours);

    Output &m_out;
    Format m_format;
};

} // namespace pipeglass::cli
