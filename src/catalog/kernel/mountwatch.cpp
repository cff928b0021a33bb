// SPDX-License-Identifier: MIT
#include "catalog/kernel/mountwatch.h"

#include <fcntl.h>
#include <poll.h>

namespace pipeglass::catalog {

bool MountWatch::mayHaveChanged()
{
    constexpr int maxPolls = 10;
    pollfd polled{ m_text.get(), POLLPRI, 0 };
    return ++m_answers > maxPolls || !m_text.isValid() || ::poll(&polled, 1, 0) != 0;
}

MountTable MountWatch::read()
{
    m_answers = 0;
    // Open before reading, so that no change is missed.
    m_text = UniqueFd(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC));
    return MountTable::read();
}

} // namespace pipeglass::catalog
