// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace pipeglass::helper {

/// A change to one socket file, in numbers only. The file is an O_PATH descriptor that is sent with it. Crosses a
/// SOCK_SEQPACKET connection on one machine, so layout and byte order are native.
inline constexpr uint32_t requestMagic = 0x31414750; // "PGA1"
inline constexpr uint32_t maxEntries = 256;

enum What : uint32_t { SetPermissions = 1, SetOwner = 2, SetGroup = 4 };

/// An ACL entry as in the extended attribute system.posix_acl_access.
struct Entry {
    uint16_t tag;
    uint16_t permissions;
    uint32_t id;
};

struct Request {
    uint32_t magic;
    uint32_t what; ///< combination of What
    // The expected state; the change is refused if it differs.
    uint64_t device; ///< as st_dev
    uint64_t inode;
    int64_t birth; ///< nanoseconds since 1970; 0: unknown
    uint32_t links;
    uint32_t owner;
    uint32_t group;
    uint32_t mode; ///< permission bits, 07777
    // The requested state.
    uint32_t newOwner;
    uint32_t newGroup;
    uint32_t newMode; ///< 0777 at most
    uint32_t entryCount; ///< 0: mode only; else the whole ACL, which must match newMode
    std::array<Entry, maxEntries> entries;
};

enum class Outcome : uint32_t {
    Done,
    BadRequest, ///< inconsistent numbers, or bits that are not allowed
    WrongDescriptor, ///< none, several, not O_PATH, or a socket without a file
    NotASocket,
    Replaced, ///< another file, another owner, or another number of links
    ChangedMeanwhile, ///< the same file, but with another mode or group
    Failed, ///< a system call failed; nothing was changed
    HalfDone, ///< a system call failed, and so did restoring the first part
};

struct Answer {
    uint32_t magic;
    Outcome outcome;
    int32_t systemError; ///< errno for Failed and HalfDone
    uint32_t failedStep; ///< of What, for Failed and HalfDone; 0: the final check failed
};

} // namespace pipeglass::helper
