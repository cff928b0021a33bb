// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/mounttable.h"
#include "core/uniquefd.h"

namespace pipeglass::catalog {

/// Detects changes of this process's mounts, usually with one poll() of mountinfo. poll() does not report changed
/// file-system options (such as hidepid), so the text is also read periodically. One thread at a time.
class MountWatch {
public:
    /// Whether mounts may have changed since the last read(). True before the first one, and if /proc is unavailable.
    [[nodiscard]] bool mayHaveChanged();
    [[nodiscard]] MountTable read();

private:
    int m_answers = 0; ///< calls since the last read()
    UniqueFd m_text; ///< /proc/self/mountinfo, as it was at the last read()
};

} // namespace pipeglass::catalog
