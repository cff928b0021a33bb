// SPDX-License-Identifier: MIT
// pipeglass-access-helper: pkexec starts it with a SOCK_SEQPACKET socket as stdin. It reads one message with one
// descriptor, sends one answer and ends. It takes no arguments, uses only PKEXEC_UID from the environment and opens no
// path.
#include "helper/change.h"

#include <cstdlib>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

using namespace pipeglass::helper;

namespace {

constexpr int timeoutMs = 3000;
constexpr unsigned lastResortSeconds = 4;

bool isSeqPacketSocket()
{
    int type = 0;
    socklen_t size = sizeof(type);
    return ::getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

/// The descriptor of the message, or -1. The buffer has room for one; if there are several, the kernel sets MSG_CTRUNC.
/// Not closed, as the program is about to end.
int takeDescriptor(msghdr &message)
{
    const cmsghdr *part = CMSG_FIRSTHDR(&message);
    if ((message.msg_flags & MSG_CTRUNC) != 0 || part == nullptr || part->cmsg_level != SOL_SOCKET
        || part->cmsg_type != SCM_RIGHTS || part->cmsg_len != CMSG_LEN(sizeof(int)))
        return -1;
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(part), sizeof(fd));
    return fd;
}

Answer serveOne()
{
    Answer answer{ requestMagic, Outcome::BadRequest, 0, 0 };
    Request request{};
    iovec bytes{ &request, sizeof(request) };
    alignas(cmsghdr) std::array<char, CMSG_LEN(sizeof(int))> control{};
    msghdr message{ nullptr, 0, &bytes, 1, control.data(), control.size(), 0 };
    const ssize_t size = ::recvmsg(STDIN_FILENO, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    if (static_cast<size_t>(size) != sizeof(request) || (message.msg_flags & MSG_TRUNC) != 0)
        return answer;
    answer = perform(takeDescriptor(message), request);
    const char *asker = std::getenv("PKEXEC_UID");
    ::syslog(
        LOG_NOTICE, "outcome %u (%s) for uid %s: inode %ju of %ju: what %u mode %o entries %u owner %u group %u",
        static_cast<unsigned>(answer.outcome), std::strerror(answer.systemError), asker == nullptr ? "?" : asker,
        uintmax_t{ request.inode }, uintmax_t{ request.device }, request.what, request.newMode, request.entryCount,
        request.newOwner, request.newGroup);
    return answer;
}

} // namespace

int main()
{
    ::alarm(lastResortSeconds);
    if (!isSeqPacketSocket())
        return 2;
    ::openlog("pipeglass-access-helper", LOG_PID, LOG_AUTHPRIV);
    pollfd link{ STDIN_FILENO, POLLIN, 0 };
    if (::poll(&link, 1, timeoutMs) != 1 || (link.revents & POLLIN) == 0)
        return 3;
    const Answer answer = serveOne();
    ::send(STDIN_FILENO, &answer, sizeof(answer), MSG_DONTWAIT | MSG_NOSIGNAL);
    return answer.outcome == Outcome::Done ? 0 : 1;
}
