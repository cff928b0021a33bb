// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/mounttable.h"
#include "core/uniquefd.h"

namespace pipeglass::catalog {

/// Tells whether this process's mounts have changed, mostly at the price of one call: the kernel says so to whoever
/// polls the text. Of a file system's own options (such as hidepid of a /proc that is mounted elsewhere too) it says
/// nothing, so the text is read now and then all the same. One thread at a time.
class MountWatch {
public:
    /// Whether they may have changed since the last read(); true before the first, and where /proc is not to be had.
    [[nodiscard]] bool mayHaveChanged();
    [[nodiscard]] MountTable read();

private:
    int m_answers = 0; ///< since the last read()
    UniqueFd m_text; ///< /proc/self/mountinfo, as it was at the last read()
};

} // namespace pipeglass::catalog
