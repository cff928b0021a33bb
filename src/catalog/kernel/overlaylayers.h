// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"

#include <set>

namespace pipeglass::catalog {

/// The directories that are layers of mounted overlays, in all mount namespaces that may be seen. A file in one can be
/// the file of a server that sees it through the overlay, where the kernel takes it for another one. A value.
class OverlayLayers {
public:
    /// Reads the mount tables of the processes that may be seen, one for each mount namespace.
    [[nodiscard]] static OverlayLayers read();

    /// Whether this directory (O_PATH descriptor) is a layer or lies in one; also true where that cannot be told. A
    /// directory that is reached through a bind mount of a part of a layer is not recognized.
    [[nodiscard]] bool contain(int directory) const;

private:
    std::set<FileId> m_layers;
};

} // namespace pipeglass::catalog
