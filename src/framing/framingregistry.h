// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// All known framings. Created once in main() and passed by reference. Immutable, any thread.
class FramingRegistry {
public:
    FramingRegistry();

    /// In menu order: int32le first (the default).
    [[nodiscard]] const std::vector<FramingPtr> &all() const { return m_all; }
    /// The framing with that id, or null.
    [[nodiscard]] FramingPtr find(QByteArrayView id) const;
    /// A value of --framing: an id, "auto", or two for the directions, "F/G" (client/server). Fails with
    /// InvalidArgument.
    [[nodiscard]] Result<FramingPtr> parse(QByteArrayView text) const;
    [[nodiscard]] FramingPtr defaultFraming() const { return m_all.front(); } ///< int32le
    [[nodiscard]] FramingPtr raw() const { return m_all.back(); }

private:
    [[nodiscard]] Result<FramingPtr> parseOne(QByteArrayView text) const;

    std::vector<FramingPtr> m_all;
};

} // namespace pipeglass::framing
