// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::access {

/// User or group numbers that a user namespace knows.
struct IdRanges {
    struct Range {
        quint64 first = 0;
        quint64 count = 0;

        friend bool operator==(const Range &, const Range &) = default;
    };
    std::vector<Range> ranges;

    [[nodiscard]] bool contains(quint32 id) const;
    [[nodiscard]] bool containsAll() const; ///< as in the outermost user namespace
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
enum class IdColumn { Inside, Outside };
/// /proc/PID/uid_map or gid_map: the ranges of one side. Outside: the numbers as they are for whoever read the file,
/// if that was a process of another user namespace.
[[nodiscard]] std::optional<IdRanges> parseIdMap(QByteArrayView map, IdColumn column);
/// The value of a variable in /proc/PID/environ (NUL-separated); nothing where it is not set.
[[nodiscard]] std::optional<QByteArray> environmentValue(QByteArrayView environment, QByteArrayView name);

} // namespace pipeglass::access
