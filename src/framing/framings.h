// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "framing/framer.h"

#include <memory>

namespace pipeglass::framing {

/// Messages larger than this are malformed unless somebody says otherwise.
inline constexpr qsizetype defaultLimit = qsizetype{ 64 } << 20U;

/// A way of cutting a stream into messages, and the reverse. Immutable, shared, thread-safe.
class Framing {
public:
    virtual ~Framing() = default;
    [[nodiscard]] virtual QByteArray id() const = 0; ///< "int32le": what --framing takes
    [[nodiscard]] virtual QString title() const = 0; ///< for people, short: "int32 LE length"
    [[nodiscard]] virtual QString description() const = 0; ///< one sentence with the layout
    [[nodiscard]] virtual std::unique_ptr<Framer> makeFramer(qsizetype limit = defaultLimit) const = 0;
    /// The wire bytes of a message. Fails with MessageNotEncodable (a line break inside a line) or MessageTooLarge.
    [[nodiscard]] virtual Result<Frame> encode(const Slice &payload, qsizetype limit = defaultLimit) const = 0;
};

using FramingPtr = std::shared_ptr<const Framing>;

/// All framings, the order of menus: int32le first (the classic), then line, raw.
[[nodiscard]] const std::vector<FramingPtr> &allFramings();
/// The framing of that id, or null.
[[nodiscard]] FramingPtr findFraming(QByteArrayView id);
[[nodiscard]] FramingPtr defaultFraming(); ///< int32le
/// The framing "line" whose encode() ends lines with carriage return and line feed. Not in allFramings(): what it reads
/// is the same.
[[nodiscard]] FramingPtr crLfLineFraming();

} // namespace pipeglass::framing
