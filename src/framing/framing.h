// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/side.h"
#include "framing/framer.h"

#include <memory>

namespace pipeglass::framing {

/// Messages larger than this are malformed unless somebody says otherwise.
inline constexpr qsizetype defaultLimit = qsizetype{ 64 } << 20U;

/// What a framing is called.
struct FramingName {
    const char *id = ""; ///< "int32le": what --framing takes
    const char *title = ""; ///< for people, short; marked for translation in the context "Framing"
    const char *description = ""; ///< one sentence with the layout; marked too
};

/// A way of cutting a stream into messages, and the reverse. The two sides of a connection may be cut in different
/// ways. Immutable, shared, thread-safe.
class Framing {
public:
    explicit Framing(const FramingName &name)
        : m_name(name)
    {
    }
    virtual ~Framing() = default;

    [[nodiscard]] QByteArray id() const { return m_name.id; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString description() const;
    /// For what `from` writes.
    [[nodiscard]] virtual std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const = 0;
    /// The wire bytes of a message from `from`. Fails with MessageNotEncodable (a line break inside a line) or
    /// MessageTooLarge.
    [[nodiscard]] virtual Result<Frame>
    encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const = 0;

private:
    FramingName m_name;
};

using FramingPtr = std::shared_ptr<const Framing>;

} // namespace pipeglass::framing
