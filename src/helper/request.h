// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace pipeglass::helper {

/// A change to one socket file as plain numbers: no path, no name, no program. The file itself is an O_PATH descriptor
/// beside it. Crosses a SOCK_SEQPACKET link of one machine, so the layout and the byte order are the machine's own.
inline constexpr uint32_t requestMagic = 0x31414750; // "PGA1"
inline constexpr uint32_t mostEntries = 256;

enum What : uint32_t { SetPermissions = 1, SetOwner = 2, SetGroup = 4 };

/// An entry of an access control list, as in the attribute system.posix_acl_access.
struct Entry {
    uint16_t tag;
    uint16_t permissions;
    uint32_t id;
};

struct Request {
    uint32_t magic;
    uint32_t what; ///< of What
    // What the caller was looking at. All of it must still be so.
    uint64_t device; ///< as st_dev
    uint64_t inode;
    int64_t birth; ///< nanoseconds since 1970; 0 where the file system keeps none
    uint32_t links;
    uint32_t owner;
    uint32_t group;
    uint32_t mode; ///< permission bits, 07777
    // What shall be.
    uint32_t newOwner;
    uint32_t newGroup;
    uint32_t newMode; ///< 0777 at most
    uint32_t entryCount; ///< 0: the mode alone; else the whole list, whose mode newMode must be
    std::array<Entry, mostEntries> entries;
};

enum class Outcome : uint32_t {
    Done,
    BadRequest, ///< numbers that make no sense together, or bits that are not allowed
    WrongDescriptor, ///< none, several, not O_PATH, or a socket that has no file
    NotASocket,
    Replaced, ///< another file, another owner, or another number of links
    ChangedMeanwhile, ///< the same file, but mode or group are not as they were
    Failed, ///< the system refused; everything is as it was
    HalfDone, ///< the system refused, and would not let the first part be taken back either
};

struct Answer {
    uint32_t magic;
    Outcome outcome;
    int32_t systemError; ///< errno for Failed and HalfDone
    uint32_t failedStep; ///< of What, for Failed and HalfDone; 0 when the check afterwards failed
};

} // namespace pipeglass::helper
