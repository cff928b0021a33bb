// SPDX-License-Identifier: MIT
#include "catalog/kernel/bindprobe.h"

#include "catalog/kernel/overlaylayers.h"
#include "core/files/localaddress.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <dirent.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace pipeglass::catalog {

namespace {

/// statfs(2) types of local file systems: no other kernel can have a socket bound to a file there. Any other type,
/// including stacked ones, is not known to be local.
constexpr std::array<quint32, 13> localTypes{
    0xEF53, // ext2, ext3, ext4
    0x58465342, // xfs
    0x9123683E, // btrfs
    0x01021994, // tmpfs, devtmpfs
    0x858458F6, // ramfs
    0xF2F52010, // f2fs
    0x2FC12FC1, // zfs
    0xCA451A4E, // bcachefs
    0x3153464A, // jfs
    0x52654973, // reiserfs
    0x3434, // nilfs2
    0x2468, // minix 2
    0x00011954, // ufs
};

constexpr quint32 overlayType = 0x794C7630;

/// Since Linux 5.14 bind() holds the directory's lock from creating the file until the socket can be found. Reading the
/// directory takes that lock.
void waitForBind(int directory)
{
    const UniqueFd names(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    alignas(dirent64) std::array<char, 1024> buffer; // NOLINT: the kernel fills it
    if (names.isValid())
        (void)::getdents64(names.get(), buffer.data(), buffer.size());
}

BindingAnswer unknown(UnknownReason reason) { return { Binding::Unknown, reason }; }

} // namespace

BindProbe::BindProbe() = default;
BindProbe::~BindProbe() = default;

BindingAnswer BindProbe::ask(int directory, int file)
{
    if (!m_socket.isValid())
        m_socket = UniqueFd(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!m_socket.isValid())
        return unknown(UnknownReason::KernelSilent);
    switch (connectToFile(m_socket.get(), file)) {
    case 0:
        m_socket.reset(); // it is connected now
        return { Binding::Datagram, {} };
    case EPERM: // the datagram server is itself connected to another socket
        return { Binding::Datagram, {} };
    case EPROTOTYPE:
        return { Binding::Stream, {} };
    case EACCES:
        return unknown(UnknownReason::NotPermitted);
    case ECONNREFUSED:
        break;
    default:
        return unknown(UnknownReason::KernelSilent);
    }
    const UnknownReason doubt = unknownReasonOf(directory, file);
    return doubt == UnknownReason::None ? BindingAnswer{ Binding::None, {} } : unknown(doubt);
}

UnknownReason BindProbe::unknownReasonOf(int directory, int file)
{
    struct statfs system { };
    if (::fstatfs(file, &system) != 0)
        return UnknownReason::KernelSilent;
    const auto type = static_cast<quint32>(system.f_type);
    if (type == overlayType || mayBeLayer(directory))
        return UnknownReason::Overlay;
    if (std::find(localTypes.begin(), localTypes.end(), type) == localTypes.end())
        return UnknownReason::ForeignFileSystem;
    return UnknownReason::None;
}

BindingAnswer BindProbe::askSettled(int directory, int file)
{
    const BindingAnswer answer = ask(directory, file);
    if (answer.binding != Binding::None)
        return answer;
    waitForBind(directory);
    return ask(directory, file);
}

bool BindProbe::mayBeLayer(int directory)
{
    struct stat status { };
    if (::fstat(directory, &status) != 0)
        return true;
    const auto [answer, isNew] = m_isInLayer.try_emplace({ status.st_dev, status.st_ino });
    if (isNew) {
        if (!m_layers)
            m_layers = std::make_unique<OverlayLayers>(OverlayLayers::read());
        answer->second = m_layers->contain(directory);
    }
    return answer->second;
}

} // namespace pipeglass::catalog
