// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// A device number in the kernel's encoding, which sock_diag uses; st_dev has another one.
[[nodiscard]] constexpr quint32 kernelDevice(quint32 majorNumber, quint32 minorNumber)
{
    return majorNumber << 20U | (minorNumber & 0xfffffU);
}

/// The parts of /proc/self/mountinfo that are needed here.
struct MountTable {
    struct Mount {
        quint64 id = 0;
        quint32 device = 0; ///< of the mounted file system, in the kernel's encoding
        bool sharesInodes = false; ///< files of one device can have the same inode number (btrfs subvolumes)
    };
    std::vector<Mount> mounts; ///< sorted by id
    std::vector<QByteArray> netNamespaces; ///< mount points that pin a network namespace (`ip netns`)
    std::vector<QByteArray> overlayLayers; ///< absolute paths of lower and upper directories, as given to mount()
    bool processesAreHidden = false; ///< /proc is mounted with hidepid: other users' processes are missing

    /// Null if unknown. On btrfs and some overlays the mount's device differs from the files' st_dev.
    [[nodiscard]] const Mount *find(quint64 mountId) const;

    /// Pure; accepts any bytes and skips invalid lines.
    [[nodiscard]] static MountTable parse(QByteArrayView text);
    /// The table of a process (0: this one); empty if /proc is unavailable.
    [[nodiscard]] static MountTable read(pid_t pid = 0);
    /// Adds the mounts of another table. Mount ids are unique on a machine.
    void add(const MountTable &other);
};

} // namespace pipeglass::catalog
