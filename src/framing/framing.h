// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/side.h"
#include "framing/framer.h"

#include <memory>

namespace pipeglass::framing {

/// Default limit of a message in bytes; larger ones are malformed.
inline constexpr qsizetype defaultLimit = qsizetype{ 64 } << 20U;

struct FramingName {
    const char *id = ""; ///< the value of --framing: "int32le"
    const char *title = ""; ///< short, for people; marked for translation in the context "Framing"
    const char *description = ""; ///< one sentence with the layout; marked likewise
};

/// Names that are known of a stream before its bytes.
struct StreamNames {
    QByteArray pipe; ///< without CoreFxPipe_, may be empty
    QByteArray program; ///< of the server, may be empty

    /// Of a pipe by the path or name of its socket.
    [[nodiscard]] static StreamNames of(QByteArrayView path, const QByteArray &program);
};

struct MatchRule;
class Framing;
using FramingPtr = std::shared_ptr<const Framing>;

/// Cuts a stream into messages, and encodes messages. The two directions may differ. Immutable, shared, thread-safe.
class Framing {
public:
    explicit Framing(const FramingName &name)
        : m_name(name)
    {
    }
    virtual ~Framing() = default;

    [[nodiscard]] virtual QByteArray id() const { return m_name.id; }
    [[nodiscard]] virtual QString title() const;
    [[nodiscard]] virtual QString description() const;
    /// False: encode() always fails.
    [[nodiscard]] virtual bool encodes() const { return true; }
    /// What its streams look like; null: not described.
    [[nodiscard]] virtual const MatchRule *match() const { return nullptr; }
    /// The same framing for streams with these names; null: they make no difference.
    [[nodiscard]] virtual FramingPtr withNames(const StreamNames & /*names*/) const { return nullptr; }
    /// Its description in the language of format files; empty: none.
    [[nodiscard]] virtual QByteArray source() const { return {}; }
    /// For the stream written by `from`.
    [[nodiscard]] virtual std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const = 0;
    /// The wire bytes of a message by `from`. Fails with MessageNotEncodable (such as a line break in a line) or
    /// MessageTooLarge.
    [[nodiscard]] virtual Result<Frame>
    encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const = 0;

private:
    FramingName m_name;
};

/// A framing for streams with these names; names help to guess.
[[nodiscard]] FramingPtr forStream(const FramingPtr &framing, const StreamNames &names);

} // namespace pipeglass::framing
