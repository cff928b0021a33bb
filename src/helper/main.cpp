// SPDX-License-Identifier: MIT
// pipeglass-access-helper: started by pkexec with a SOCK_SEQPACKET link as its stdin; one message with one descriptor
// in, one answer out, then it ends. No arguments, no environment but who asked, no path ever opened.
#include "helper/change.h"

#include <cstdlib>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

using namespace pipeglass::helper;

namespace {

constexpr int patienceMs = 3000;
constexpr unsigned lastResortSeconds = 4;

bool isOurKindOfLink()
{
    int type = 0;
    socklen_t size = sizeof(type);
    return ::getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

/// The one descriptor of the message, else -1. There is room for one only: of several the kernel hands out the first
/// and says so. Nothing is closed, for this program is about to end.
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
    if (!isOurKindOfLink())
        return 2;
    ::openlog("pipeglass-access-helper", LOG_PID, LOG_AUTHPRIV);
    pollfd link{ STDIN_FILENO, POLLIN, 0 };
    if (::poll(&link, 1, patienceMs) != 1 || (link.revents & POLLIN) == 0)
        return 3;
    const Answer answer = serveOne();
    ::send(STDIN_FILENO, &answer, sizeof(answer), MSG_DONTWAIT | MSG_NOSIGNAL);
    return answer.outcome == Outcome::Done ? 0 : 1;
}
