// SPDX-License-Identifier: MIT
#include "catalog/mountwatch.h"

#include <fcntl.h>
#include <poll.h>

namespace pipeglass::catalog {

bool MountWatch::mayHaveChanged()
{
    pollfd polled{ m_text.get(), POLLPRI, 0 };
    return !m_text.isValid() || ::poll(&polled, 1, 0) != 0;
}

MountTable MountWatch::read()
{
    // Before the text is read, so that no change falls between the two.
    m_text = UniqueFd(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC));
    return MountTable::read();
}

} // namespace pipeglass::catalog
