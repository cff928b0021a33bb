// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace pipeglass {

/// Which file: device (as st_dev) and inode. Enough at one moment; see FileIdentity for over time.
struct FileId {
    quint64 device = 0;
    quint64 inode = 0;

    friend constexpr auto operator<=>(const FileId &, const FileId &) = default;
};

/// Which file, over time. ext4 gives a socket that is removed and bound again the same inode at once, so the birth time
/// (statx; 0 where the file system has none) is part of who it is.
struct FileIdentity {
    FileId id;
    qint64 birthNanoseconds = 0;

    friend constexpr auto operator<=>(const FileIdentity &, const FileIdentity &) = default;
};

[[nodiscard]] inline size_t qHash(const FileId &id, size_t seed = 0) noexcept
{
    return qHashMulti(seed, id.device, id.inode);
}

} // namespace pipeglass
