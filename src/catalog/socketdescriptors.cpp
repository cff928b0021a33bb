// SPDX-License-Identifier: MIT
#include "catalog/socketdescriptors.h"

#include "catalog/procfs.h"
#include "core/uniquefd.h"

#include <array>

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

QByteArray descriptorsPath(pid_t pid) { return "/proc/" + QByteArray::number(pid) + "/fd"; }

std::optional<quint32> socketInode(int directory, const char *descriptor)
{
    std::array<char, 64> target{};
    const ssize_t size = ::readlinkat(directory, descriptor, target.data(), target.size());
    return linkedInode({ target.data(), qMax<ssize_t>(0, size) }, "socket");
}

} // namespace

void forEachSocketDescriptor(const std::function<void(const SocketDescriptor &)> &visit)
{
    for (const pid_t pid : processIds()) {
        const UniqueFd directory(::open(descriptorsPath(pid).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!directory.isValid())
            continue;
        readDirectory(directory.get(), [&](QByteArrayView name) {
            const auto inode = socketInode(directory.get(), name.data());
            const auto number = numberFrom(name);
            if (inode && number)
                visit({ pid, static_cast<int>(*number), *inode });
            return true;
        });
    }
}

bool isUnixSocket(const SocketDescriptor &socket)
{
    // Any socket tells the name of its protocol as an attribute, also of another process and namespace.
    const QByteArray path = descriptorsPath(socket.pid) + '/' + QByteArray::number(socket.descriptor);
    std::array<char, 64> protocol{};
    const ssize_t size = ::getxattr(path.constData(), "system.sockprotoname", protocol.data(), protocol.size());
    return QByteArrayView(protocol.data(), qMax<ssize_t>(0, size)).startsWith("UNIX");
}

} // namespace pipeglass::catalog
