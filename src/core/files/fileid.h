// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace pipeglass {

/// Identifies a file at one moment: device (st_dev) and inode.
struct FileId {
    quint64 device = 0;
    quint64 inode = 0;

    friend constexpr auto operator<=>(const FileId &, const FileId &) = default;
};

/// Identifies a file over time: ext4 reuses the inode of a removed socket at once, so the birth time (statx; 0 where
/// the file system has none) is included.
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
