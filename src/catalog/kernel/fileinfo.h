// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"

namespace pipeglass::catalog {

/// A file's statx data and ACL.
struct FileInfo {
    FileIdentity file;
    quint64 mountId = 0; ///< as in /proc/self/mountinfo; 0: unknown
    quint32 kernelDevice = 0; ///< st_dev in the kernel's encoding; see kernelDevice()
    quint32 mode = 0; ///< type and permission bits, as st_mode
    uid_t uid = 0;
    gid_t gid = 0;
    Timestamp modified;
    Timestamp changed;
    QByteArray accessList; ///< as PipeEntry::accessList

    [[nodiscard]] FileKind kind() const;
    [[nodiscard]] bool isDirectory() const;
};

/// Stats `name` in `directoryFd` (AT_FDCWD for a path; an empty name for the descriptor itself). Does not follow a
/// final link, trigger automounts or open the file.
[[nodiscard]] Result<FileInfo> readFileInfo(int directoryFd, const QByteArray &name);

} // namespace pipeglass::catalog
