// SPDX-License-Identifier: MIT
#include "catalog/kernel/socketdiag.h"

#include <array>
#include <cerrno>

#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>

namespace pipeglass::catalog {

namespace {

/// The kernel sends at most 32 KiB at once.
constexpr size_t bufferSize = 64 * 1024;
constexpr quint32 noCookie = 0xffffffffU;

Error refused(int number) { return { ErrorCode::SocketsUnknown, number, "sock_diag", {} }; }

} // namespace

void SocketDiag::Close::operator()(mnl_socket *socket) const { mnl_socket_close(socket); }

SocketDiag::SocketDiag(mnl_socket *socket)
    : m_socket(socket)
    , m_buffer(bufferSize)
{
}

Result<SocketDiag> SocketDiag::open()
{
    SocketDiag diag(mnl_socket_open2(NETLINK_SOCK_DIAG, SOCK_CLOEXEC));
    if (diag.m_socket == nullptr || mnl_socket_bind(diag.m_socket.get(), 0, MNL_SOCKET_AUTOPID) != 0)
        return failure(refused(errno));
    return diag;
}

Status SocketDiag::send(quint16 flags, quint32 show, quint32 states, quint32 inode, quint64 cookie)
{
    alignas(nlmsghdr) std::array<char, sizeof(nlmsghdr) + sizeof(unix_diag_req)> bytes{};
    nlmsghdr *message = mnl_nlmsg_put_header(bytes.data());
    message->nlmsg_type = SOCK_DIAG_BY_FAMILY;
    message->nlmsg_flags = static_cast<quint16>(NLM_F_REQUEST | flags);
    message->nlmsg_seq = ++m_sequence;
    auto *request = static_cast<unix_diag_req *>(mnl_nlmsg_put_extra_header(message, sizeof(unix_diag_req)));
    request->sdiag_family = AF_UNIX;
    request->udiag_states = states;
    request->udiag_ino = inode;
    request->udiag_show = show;
    request->udiag_cookie[0] = static_cast<quint32>(cookie);
    request->udiag_cookie[1] = static_cast<quint32>(cookie >> 32U);
    if (mnl_socket_sendto(m_socket.get(), message, message->nlmsg_len) < 0)
        return failure(refused(errno));
    return {};
}

Result<DiagParse> SocketDiag::receive(const std::function<void(const DiagSocket &)> &visit)
{
    ssize_t size = -1;
    do {
        size = mnl_socket_recvfrom(m_socket.get(), m_buffer.data(), m_buffer.size());
    } while (size < 0 && errno == EINTR);
    if (size < 0)
        return failure(refused(errno));
    const DiagParse parse = parseDiag({ m_buffer.data(), static_cast<size_t>(size) }, m_sequence, visit);
    if (parse.outcome == DiagParse::Broken)
        return failure(refused(EBADMSG));
    return parse;
}

Status SocketDiag::dump(quint32 show, quint32 states, const std::function<void(const DiagSocket &)> &visit)
{
    const Status sent = send(NLM_F_DUMP, show, states, 0, quint64{ noCookie } << 32U | noCookie);
    if (!sent)
        return sent;
    while (true) {
        const Result<DiagParse> parse = receive(visit);
        if (!parse)
            return failure(parse.error());
        if (parse->outcome == DiagParse::Refused)
            return failure(refused(parse->error));
        if (parse->outcome == DiagParse::Done)
            return {};
    }
}

Result<std::optional<DiagSocket>> SocketDiag::ask(quint32 inode, quint64 cookie, quint32 show)
{
    const Status sent = send(0, show, All, inode, cookie);
    if (!sent)
        return failure(sent.error());
    std::optional<DiagSocket> found;
    while (true) {
        const Result<DiagParse> parse = receive([&found](const DiagSocket &socket) { found = socket; });
        if (!parse)
            return failure(parse.error());
        if (parse->outcome == DiagParse::Refused) {
            // ESTALE: another socket has the inode now.
            if (parse->error == ENOENT || parse->error == ESTALE)
                return std::optional<DiagSocket>();
            return failure(refused(parse->error));
        }
        if (found || parse->outcome == DiagParse::Done)
            return found;
    }
}

} // namespace pipeglass::catalog
