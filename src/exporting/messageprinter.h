// SPDX-License-Identifier: MIT
#pragma once

#include "exporting/decodingtext.h"
#include "exporting/messagesink.h"

#include <functional>

namespace pipeglass::exporting {

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

    using Write = std::function<void(QByteArrayView)>;

    MessagePrinter(Write write, Format format);

    [[nodiscard]] Status take(const Item &item) override;

private:
    [[nodiscard]] Status printEvent(const Item &item);
    [[nodiscard]] Status printMessage(const Item &item);
    void printLine(const capture::Record &record, quint64 number, std::optional<Side> ours);

    Write m_write;
    Format m_format;
};

} // namespace pipeglass::exporting
