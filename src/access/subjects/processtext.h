// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::access {

/// User or group ids that are mapped in a user namespace.
struct IdRanges {
    struct Range {
        quint64 first = 0;
        quint64 count = 0;

        friend bool operator==(const Range &, const Range &) = default;
    };
    std::vector<Range> ranges;

    [[nodiscard]] bool contains(quint32 id) const;
    [[nodiscard]] bool containsAll() const; ///< as in the initial user namespace
    friend bool operator==(const IdRanges &, const IdRanges &) = default;
};

/// Rights of a process from /proc/PID/status.
struct ProcessRights {
    uid_t fsUid = 0; ///< the kernel compares it with a file's owner
    uid_t effectiveUid = 0;
    std::vector<gid_t> groups; ///< file-system gid, then supplementary groups
    quint64 effectiveCapabilities = 0;
};

/// Parsers of /proc texts; nullopt if a line is missing or invalid. Pure.
[[nodiscard]] std::optional<ProcessRights> parseStatus(QByteArrayView status);
enum class IdColumn { Inside, Outside };
/// /proc/PID/uid_map or gid_map: the ranges of one column. Outside: ids in the reader's user namespace, if that is
/// another one.
[[nodiscard]] std::optional<IdRanges> parseIdMap(QByteArrayView map, IdColumn column);
/// A variable in /proc/PID/environ (NUL-separated); nullopt if it is not set.
[[nodiscard]] std::optional<QByteArray> environmentValue(QByteArrayView environment, QByteArrayView name);

} // namespace pipeglass::access
