// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"

#include <set>

namespace pipeglass::catalog {

/// The layer directories of mounted overlays in all visible mount namespaces. The kernel treats a file in a layer and
/// the same file in the overlay as different ones, so a server may be bound to the other.
class OverlayLayers {
public:
    /// Reads the mount tables of visible processes, one per mount namespace.
    [[nodiscard]] static OverlayLayers read();

    /// Whether this directory (O_PATH descriptor) is in a layer; true if unknown. A bind mount of part of a layer is
    /// not recognized.
    [[nodiscard]] bool contain(int directory) const;

private:
    std::set<FileId> m_layers;
};

} // namespace pipeglass::catalog
