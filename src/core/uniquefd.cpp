// SPDX-License-Identifier: MIT
#include "core/uniquefd.h"

#include <unistd.h>

namespace pipeglass {

void UniqueFd::reset()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

} // namespace pipeglass
