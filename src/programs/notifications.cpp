// SPDX-License-Identifier: MIT
#include "programs/notifications.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace pipeglass::programs {

namespace {

constexpr size_t sharedBytes = 4096;

} // namespace

Notifications::Notifications(UniqueFd reports, UniqueFd shared)
    : m_reports(std::move(reports))
    , m_shared(std::move(shared))
{
    if (!m_shared.isValid()) {
        m_shared = UniqueFd(::memfd_create("pipeglass", MFD_CLOEXEC));
        if (!m_shared.isValid() || ::ftruncate(m_shared.get(), sharedBytes) != 0)
            return;
    }
    void *memory = ::mmap(nullptr, sharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED, m_shared.get(), 0);
    if (memory != MAP_FAILED)
        m_last = static_cast<seccomp_notif *>(memory);
}

Notifications::~Notifications()
{
    if (m_last != nullptr)
        ::munmap(m_last, sharedBytes);
}

std::optional<seccomp_notif> Notifications::receive()
{
    std::memset(m_last, 0, sharedBytes); // the kernel insists
    if (::ioctl(m_reports.get(), SECCOMP_IOCTL_NOTIF_RECV, m_last) != 0)
        return std::nullopt;
    return *m_last;
}

bool Notifications::isWaiting(quint64 id) const
{
    return ::ioctl(m_reports.get(), SECCOMP_IOCTL_NOTIF_ID_VALID, &id) == 0;
}

void Notifications::letContinue(quint64 id) { send({ id, 0, 0, SECCOMP_USER_NOTIF_FLAG_CONTINUE }); }

void Notifications::answer(quint64 id, int error) { send({ id, 0, -error, 0 }); }

void Notifications::send(const seccomp_notif_resp &response) const
{
    seccomp_notif_resp copy = response;
    while (::ioctl(m_reports.get(), SECCOMP_IOCTL_NOTIF_SEND, &copy) != 0 && errno == EINTR) { }
}

void Notifications::letAllContinue()
{
    letContinue(m_last->id);
    pollfd reports{ m_reports.get(), POLLIN, 0 };
    for (;;) {
        if (::poll(&reports, 1, -1) < 0) {
            if (errno != EINTR)
                return;
            continue;
        }
        if ((reports.revents & POLLIN) != 0) {
            if (const auto call = receive())
                letContinue(call->id);
        } else if (reports.revents != 0) {
            return;
        }
    }
}

} // namespace pipeglass::programs
