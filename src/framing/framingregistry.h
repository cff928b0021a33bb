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
    [[nodiscard]] FramingPtr defaultFraming() const { return m_all.front(); } ///< int32le
    [[nodiscard]] FramingPtr raw() const { return m_all.back(); }

private:
    std::vector<FramingPtr> m_all;
};

} // namespace pipeglass::framing
