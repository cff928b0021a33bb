// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// A device as the kernel itself writes it (and sock_diag with it): not the encoding of st_dev.
[[nodiscard]] constexpr quint32 kernelDevice(quint32 majorNumber, quint32 minorNumber)
{
    return majorNumber << 20U | (minorNumber & 0xfffffU);
}

/// What /proc/self/mountinfo says, as far as it matters here. A value.
struct MountTable {
    struct Mount {
        quint64 id = 0;
        quint32 device = 0; ///< of the mounted file system, in the kernel's encoding
        bool sharesInodes = false; ///< files of one device can have the same inode number (subvolumes of btrfs)
    };
    std::vector<Mount> mounts; ///< sorted by id
    std::vector<QByteArray> netNamespaces; ///< mount points that pin a network namespace (`ip netns`)
    std::vector<QByteArray> overlayLayers; ///< absolute paths of lower and upper directories, as given to mount()
    bool processesAreHidden = false; ///< /proc is mounted so that other users' processes are not there (hidepid)

    /// Null where it is not known. The device of a mount's file system differs from st_dev of the files in it on btrfs
    /// and on some overlays.
    [[nodiscard]] const Mount *find(quint64 mountId) const;

    /// Pure: any bytes; lines that make no sense are skipped.
    [[nodiscard]] static MountTable parse(QByteArrayView text);
    /// Of a process (0: this one), now; empty where /proc is not to be had.
    [[nodiscard]] static MountTable read(pid_t pid = 0);
    /// Takes over another table's mounts: no two on the machine share an id.
    void add(const MountTable &other);
};

} // namespace pipeglass::catalog
