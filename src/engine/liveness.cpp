// SPDX-License-Identifier: MIT
#include "engine/liveness.h"

#include "catalog/socketjudge.h"

#include <fcntl.h>

namespace pipeglass::engine {

catalog::PipeState livenessOf(const QByteArray &directory, const QByteArray &leaf, const FileIdentity &file)
{
    catalog::DirectoryFile question{ directory, leaf, {} };
    const Result<catalog::FileInfo> info = catalog::lookAt(AT_FDCWD, question.path());
    if (!info)
        return catalog::PipeState::Unknown;
    question.info = *info;
    std::vector<catalog::DirectoryFile> files{ question };
    const auto verdicts = catalog::SocketJudge().judge(files, catalog::MountTable::read());
    // The judge looks again, and leaves out what is gone.
    if (!verdicts || verdicts->size() != 1 || files.front().info.file != file)
        return catalog::PipeState::Unknown;
    return verdicts->front().state;
}

} // namespace pipeglass::engine
