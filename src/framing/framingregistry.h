// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// All framings that the program knows. Made once, in main, and passed to whoever offers or looks up a framing; lives
/// as long as they do. Immutable, any thread.
class FramingRegistry {
public:
    FramingRegistry();

    /// In the order of menus: int32le first (the classic).
    [[nodiscard]] const std::vector<FramingPtr> &all() const { return m_all; }
    /// The framing of that id, or null.
    [[nodiscard]] FramingPtr find(QByteArrayView id) const;
    [[nodiscard]] FramingPtr classic() const { return m_all.front(); } ///< int32le
    [[nodiscard]] FramingPtr raw() const { return m_all.back(); }

private:
    std::vector<FramingPtr> m_all;
};

} // namespace pipeglass::framing
