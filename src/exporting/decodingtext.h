// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"
#include "conversation/headerhistory.h"
#include "decoding/decoderregistry.h"
#include "decoding/schema/messagetypes.h"
#include "exporting/jsonwriter.h"

namespace pipeglass::exporting {

/// The JSON members `decoder` (id or null) and `tree` (the root or null), within an object opened by the caller. A node
/// has name, type, value, offset, size and children.
void writeDecoding(JsonWriter &json, const decoding::Decoding &decoding);

/// The tree for people, indented, a line for each node; each line ends in a line feed. Empty: not decoded.
[[nodiscard]] QByteArray decodingText(const decoding::Decoding &decoding);

/// Decodes messages, if it has decoders. One thread.
class MessageDecoder {
public:
    MessageDecoder() = default; ///< does nothing
    /// `framing` is an id, or two: "F/G"; `decoders` null: does nothing. `types` may be null.
    MessageDecoder(
        const decoding::DecoderRegistry *decoders, const QByteArray &framing, decoding::MessageTypesPtr types = {});

    void setFraming(const PerSide<QByteArray> &framing) { m_framing = framing; }
    /// Of one connection, which was guessed.
    void setFraming(ConnectionId connection, Side from, const QByteArray &framing)
    {
        m_guessed[connection][from] = framing;
    }
    void closed(ConnectionId connection);
    /// The next message is an item of a list: frames of HTTP/2 before it are read. Otherwise the messages of a
    /// connection must be all that there are, in order.
    void setItem(const capture::MessageList &list, quint64 item);
    /// The members of writeDecoding(); nothing without decoders.
    void write(JsonWriter &json, const capture::Record &record);
    /// As decodingText(); empty without decoders.
    [[nodiscard]] QByteArray text(const capture::Record &record);

private:
    [[nodiscard]] decoding::Decoding decode(const capture::Record &record);

    const decoding::DecoderRegistry *m_decoders = nullptr;
    PerSide<QByteArray> m_framing;
    std::map<ConnectionId, PerSide<QByteArray>> m_guessed;
    decoding::MessageTypesPtr m_types;
    decoding::HeaderTracker m_headers;
    conversation::HeaderHistory m_history;
    std::optional<std::shared_ptr<const decoding::HeaderState>> m_ofItem; ///< nullopt: see m_headers
};

} // namespace pipeglass::exporting
