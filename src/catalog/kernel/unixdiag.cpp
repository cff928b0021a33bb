// SPDX-License-Identifier: MIT
#include "catalog/kernel/unixdiag.h"

#include <cstring>

#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>

namespace pipeglass::catalog {

namespace {

std::span<const char> payloadOf(const nlattr *attribute)
{
    return { static_cast<const char *>(mnl_attr_get_payload(attribute)), mnl_attr_get_payload_len(attribute) };
}

template <typename T>
std::optional<T> valueOf(const nlattr *attribute)
{
    const std::span<const char> payload = payloadOf(attribute);
    if (payload.size() < sizeof(T))
        return {};
    T value;
    std::memcpy(&value, payload.data(), sizeof(T));
    return value;
}

void takeAttribute(const nlattr *attribute, DiagSocket &socket)
{
    switch (mnl_attr_get_type(attribute)) {
    case UNIX_DIAG_NAME: {
        const std::span<const char> name = payloadOf(attribute);
        socket.name = QByteArray(name.data(), static_cast<qsizetype>(name.size()));
        // A path may or may not include its NUL; an abstract name begins with one and may contain more.
        if (!socket.name.startsWith('\0') && socket.name.contains('\0'))
            socket.name.truncate(socket.name.indexOf('\0'));
        break;
    }
    case UNIX_DIAG_VFS:
        if (const auto file = valueOf<unix_diag_vfs>(attribute))
            socket.file = BoundFile{ file->udiag_vfs_dev, file->udiag_vfs_ino };
        break;
    case UNIX_DIAG_PEER:
        socket.peer = valueOf<quint32>(attribute);
        break;
    case UNIX_DIAG_ICONS: {
        const std::span<const char> inodes = payloadOf(attribute);
        socket.waitingPeers.resize(inodes.size() / sizeof(quint32));
        if (!socket.waitingPeers.empty())
            std::memcpy(socket.waitingPeers.data(), inodes.data(), socket.waitingPeers.size() * sizeof(quint32));
        break;
    }
    case UNIX_DIAG_RQLEN:
        if (const auto queues = valueOf<unix_diag_rqlen>(attribute)) {
            socket.receiveQueue = queues->udiag_rqueue;
            socket.sendQueue = queues->udiag_wqueue;
        }
        break;
    case UNIX_DIAG_SHUTDOWN:
        socket.shutdown = valueOf<quint8>(attribute).value_or(0);
        break;
    case UNIX_DIAG_UID:
        socket.uid = valueOf<quint32>(attribute);
        break;
    default: // attributes of later kernels
        break;
    }
}

/// False if the message is too short or of another address family.
bool parseSocket(const nlmsghdr *message, DiagSocket &socket)
{
    if (mnl_nlmsg_get_payload_len(message) < sizeof(unix_diag_msg))
        return false;
    unix_diag_msg head{};
    std::memcpy(&head, mnl_nlmsg_get_payload(message), sizeof(head));
    if (head.udiag_family != AF_UNIX)
        return false;
    socket = DiagSocket{};
    socket.inode = head.udiag_ino;
    socket.cookie = quint64{ head.udiag_cookie[1] } << 32U | head.udiag_cookie[0];
    socket.type = head.udiag_type;
    socket.state = head.udiag_state;
    // Not mnl_nlmsg_get_payload_tail(): it rounds up, past the received bytes if the last length is odd.
    const char *end = reinterpret_cast<const char *>(message) + message->nlmsg_len;
    const auto *attribute = static_cast<const nlattr *>(mnl_nlmsg_get_payload_offset(message, sizeof(unix_diag_msg)));
    while (mnl_attr_ok(attribute, static_cast<int>(end - reinterpret_cast<const char *>(attribute)))) {
        takeAttribute(attribute, socket);
        attribute = mnl_attr_next(attribute);
    }
    return true;
}

DiagParse outcomeOf(const nlmsghdr *message)
{
    int number = 0; // NLMSG_DONE carries an errno if the dump failed halfway
    if (mnl_nlmsg_get_payload_len(message) >= sizeof(number))
        std::memcpy(&number, mnl_nlmsg_get_payload(message), sizeof(number));
    if (number < 0 && number > -4096)
        return { DiagParse::Refused, -number };
    return { message->nlmsg_type == NLMSG_DONE || number == 0 ? DiagParse::Done : DiagParse::Broken, 0 };
}

/// mnl_nlmsg_ok() converts a length over INT_MAX to a negative number and accepts it.
bool isWhole(const nlmsghdr *message, int left)
{
    return left >= static_cast<int>(sizeof(nlmsghdr)) && message->nlmsg_len <= static_cast<quint32>(left)
        && mnl_nlmsg_ok(message, left);
}

} // namespace

DiagParse parseDiag(std::span<const char> bytes, quint32 sequence, const std::function<void(const DiagSocket &)> &visit)
{
    DiagSocket socket;
    const auto *message = reinterpret_cast<const nlmsghdr *>(bytes.data());
    int left = static_cast<int>(bytes.size());
    if (!isWhole(message, left))
        return { DiagParse::Broken, 0 };
    for (; isWhole(message, left); message = mnl_nlmsg_next(message, &left)) {
        if (message->nlmsg_seq != sequence)
            continue;
        if (message->nlmsg_type == NLMSG_DONE || message->nlmsg_type == NLMSG_ERROR)
            return outcomeOf(message);
        if (message->nlmsg_type == SOCK_DIAG_BY_FAMILY && parseSocket(message, socket))
            visit(socket);
    }
    return {};
}

} // namespace pipeglass::catalog
