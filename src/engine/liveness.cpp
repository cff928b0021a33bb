// SPDX-License-Identifier: MIT
#include "engine/liveness.h"

#include "catalog/filestates.h"

namespace pipeglass::engine {

catalog::PipeState livenessOf(const QByteArray &directory, const QByteArray &leaf, const FileIdentity &file)
{
    return catalog::statesOf({ { directory, leaf, file } }).front();
}

} // namespace pipeglass::engine
