// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/side.h"
#include "decoding/treebuilder.h"

#include <memory>
#include <optional>

namespace pipeglass::decoding {

class HeaderState;
struct MessageTypes;

/// What is known about a payload apart from its bytes.
struct Hint {
    QByteArray framing; ///< id of the framing; empty: unknown
    std::optional<Side> from; ///< sender
    std::shared_ptr<const MessageTypes> types{}; ///< of messages of protobuf; null: unknown
    std::shared_ptr<const HeaderState> headers{}; ///< HTTP/2: what the sender has defined before; null: unknown
};

/// Reads payloads of one format. Immutable, any thread. Never throws; its work and memory are bounded by the size of
/// the payload.
class Decoder {
public:
    explicit Decoder(const char *id)
        : m_id(id)
    {
    }
    virtual ~Decoder() = default;
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    [[nodiscard]] QByteArray id() const { return m_id; }
    /// Whether this decoder is to be tried first for payloads of a framing.
    [[nodiscard]] virtual bool isFor(QByteArrayView framing) const { return framing == QByteArrayView(m_id); }
    /// Whether what is known about the payload is for this decoder, so that it is tried before those that may be.
    [[nodiscard]] virtual bool isExpected(QByteArrayView /*payload*/, const Hint & /*hint*/) const { return false; }
    /// Whether the payload is worth a try if nothing else is known; cheap.
    [[nodiscard]] virtual bool mayBe(QByteArrayView payload) const = 0;
    /// Whether other bytes are rarely taken for this format, so that it is also recognized within values.
    [[nodiscard]] virtual bool isStrict() const { return true; }
    /// Adds one root node. False: not completely of this format; the tree ends with an Invalid node then, or is empty.
    virtual bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const = 0;

    /// Whether toText() and fromText() are possible.
    [[nodiscard]] virtual bool hasText() const { return false; }
    /// The values of a payload as one line of text that can be edited. Fails with MessageNotEncodable.
    [[nodiscard]] virtual Result<QByteArray> toText(QByteArrayView /*payload*/, const Hint & /*hint*/) const
    {
        return failure(ErrorCode::Unsupported, m_id);
    }
    /// The payload with these values. Fails with MessageNotEncodable or InvalidArgument; `errorAt` gets the offset of
    /// the error in the text, where it is known.
    [[nodiscard]] virtual Result<QByteArray>
    fromText(const QByteArray & /*text*/, const Hint & /*hint*/, qsizetype * /*errorAt*/ = nullptr) const
    {
        return failure(ErrorCode::Unsupported, m_id);
    }

private:
    const char *m_id;
};

} // namespace pipeglass::decoding
