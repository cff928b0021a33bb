// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

namespace pipeglass::programs {

/// The path of a descriptor, for addresses: exactly that file, whatever has its name.
[[nodiscard]] inline QByteArray descriptorPath(int descriptor)
{
    return "/proc/self/fd/" + QByteArray::number(descriptor);
}

/// The address of a socket file; its path has at most 107 bytes.
class LocalAddress {
public:
    explicit LocalAddress(const QByteArray &path)
    {
        m_address.sun_family = AF_UNIX;
        std::memcpy(
            &m_address.sun_path[0], path.constData(),
            std::min(static_cast<size_t>(path.size()), sizeof m_address.sun_path - 1));
    }
    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&m_address); }
    [[nodiscard]] static socklen_t size() { return sizeof(sockaddr_un); }

private:
    sockaddr_un m_address{};
};

} // namespace pipeglass::programs
