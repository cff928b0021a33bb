// SPDX-License-Identifier: MIT
#include "engine/liveness.h"

#include "catalog/scanner.h"

#include <algorithm>

namespace pipeglass::engine {

catalog::PipeState livenessOf(const QByteArray &directory, const FileIdentity &file)
{
    catalog::Scanner scanner({ { directory } });
    const catalog::SnapshotPtr snapshot = scanner.scan();
    const auto found =
        std::find_if(snapshot->entries.begin(), snapshot->entries.end(), [&file](const catalog::PipeEntryPtr &entry) {
            return entry->file == file;
        });
    return found == snapshot->entries.end() ? catalog::PipeState::Unknown : (*found)->state;
}

} // namespace pipeglass::engine
