// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::access {

/// Numbers of another user namespace that exist in ours, as ranges of ours (/proc/PID/uid_map read from outside).
struct IdRanges {
    struct Range {
        quint64 first = 0;
        quint64 count = 0;

        friend bool operator==(const Range &, const Range &) = default;
    };
    std::vector<Range> ranges;

    [[nodiscard]] bool contains(quint32 id) const;
    friend bool operator==(const IdRanges &, const IdRanges &) = default;
};

/// What /proc/PID/status says about a process's rights.
struct ProcessRights {
    uid_t fsUid = 0; ///< the uid that the kernel compares with a file's owner
    uid_t effectiveUid = 0;
    std::vector<gid_t> groups; ///< the file-system gid first, then the supplementary ones
    quint64 effectiveCapabilities = 0;
};

/// Pure readers of /proc texts. Nothing where a line is missing or makes no sense.
[[nodiscard]] std::optional<ProcessRights> parseStatus(QByteArrayView status);
[[nodiscard]] std::optional<IdRanges> parseIdMap(QByteArrayView map);
/// The value of a variable in /proc/PID/environ (NUL-separated); nothing where it is not set.
[[nodiscard]] std::optional<QByteArray> environmentValue(QByteArrayView environment, QByteArrayView name);

} // namespace pipeglass::access
