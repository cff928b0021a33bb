// SPDX-License-Identifier: MIT
#include "programs/notifications.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace pipeglass::programs {

/// Zero where nothing is.
struct Notifications::Shared {
    seccomp_notif last;
    std::array<quint64, 256> postponed;
};

Notifications::Notifications(UniqueFd reports, UniqueFd shared)
    : m_reports(std::move(reports))
    , m_shared(std::move(shared))
{
    if (!m_shared.isValid()) {
        m_shared = UniqueFd(::memfd_create("pipeglass", MFD_CLOEXEC));
        if (!m_shared.isValid() || ::ftruncate(m_shared.get(), sizeof(Shared)) != 0)
            return;
    }
    void *memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, m_shared.get(), 0);
    if (memory != MAP_FAILED)
        m_memory = static_cast<Shared *>(memory);
}

Notifications::~Notifications()
{
    if (m_memory != nullptr)
        ::munmap(m_memory, sizeof(Shared));
}

std::optional<seccomp_notif> Notifications::receive()
{
    m_memory->last = {}; // the kernel insists
    if (::ioctl(m_reports.get(), SECCOMP_IOCTL_NOTIF_RECV, &m_memory->last) != 0)
        return std::nullopt;
    return m_memory->last;
}

bool Notifications::postpone(quint64 id)
{
    const auto slot = std::find(m_memory->postponed.begin(), m_memory->postponed.end(), 0U);
    if (slot == m_memory->postponed.end())
        return false;
    *slot = id;
    return true;
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
    std::replace(m_memory->postponed.begin(), m_memory->postponed.end(), quint64{ copy.id }, quint64{ 0 });
}

void Notifications::letAllContinue()
{
    letContinue(m_memory->last.id);
    for (const quint64 id : m_memory->postponed) {
        if (id != 0)
            letContinue(id);
    }
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
