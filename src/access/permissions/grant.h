// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"

namespace pipeglass::access {

/// Rights to grant on a socket: only write has an effect, but users expect read with it.
inline constexpr quint8 connectBits = 6;
inline constexpr quint8 writeBit = 2;
inline constexpr quint8 searchBit = 1;

/// The smallest change that gives `who`, and nobody else, the bit `decisive` (writeBit on a socket, searchBit on a
/// directory): in the owner's bits, the group's, or an entry. If that widens the mask, rights that it masked stay
/// masked. Everyone: also those named without rights. Pure.
void allow(Permissions &permissions, const Principal &who, quint8 bits, quint8 decisive);

/// The smallest change that removes the write right of `who` and nobody else. Everyone: all except the owner, the group
/// and named entries. Root cannot be excluded. Pure.
void deny(Permissions &permissions, const Principal &who);

/// Widens the mask to the union of the entries, which reverts the effect of chmod on an ACL. Pure.
void restoreMask(Permissions &permissions);

} // namespace pipeglass::access
