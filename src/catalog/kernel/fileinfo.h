// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"

namespace pipeglass::catalog {

/// What statx says about a file, and its access list.
struct FileInfo {
    FileIdentity file;
    quint64 mountId = 0; ///< as in /proc/self/mountinfo; 0 where the kernel does not tell
    quint32 kernelDevice = 0; ///< st_dev in the kernel's own encoding; see MountTable::kernelDevice
    quint32 mode = 0; ///< type and permission bits, as st_mode
    uid_t uid = 0;
    gid_t gid = 0;
    Timestamp modified;
    Timestamp changed;
    QByteArray accessList; ///< as PipeEntry::accessList

    [[nodiscard]] FileKind kind() const;
    [[nodiscard]] bool isDirectory() const;
};

/// Looks at `name` in the directory `directoryFd` (AT_FDCWD for a path; an empty name for the descriptor itself).
/// Follows no link at the end, mounts nothing, opens nothing.
[[nodiscard]] Result<FileInfo> readFileInfo(int directoryFd, const QByteArray &name);

} // namespace pipeglass::catalog
