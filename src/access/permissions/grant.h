// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"

namespace pipeglass::access {

/// What has to be granted for a socket: write is what counts, and read beside it is what people expect to see.
inline constexpr quint8 connectBits = 6;
inline constexpr quint8 writeBit = 2;
inline constexpr quint8 searchBit = 1;

/// The smallest change that gives `who` the bit `decisive` (writeBit on a socket, searchBit on a directory), and
/// nobody else: the owner's bits, the group's, an entry of the list. Where that takes a wider mask, entries that the
/// mask had made idle stay idle. Everyone: everybody, also who was named to be kept out. Pure.
void allow(Permissions &permissions, const Principal &who, quint8 bits, quint8 decisive);

/// The smallest change that takes writing away from `who` and from nobody else. Everyone: whoever is not the owner, in
/// the group, or named. Root cannot be kept out. Pure.
void deny(Permissions &permissions, const Principal &who);

/// Widens the mask to what the entries grant: takes back what a later chmod did to the list. Pure.
void restoreMask(Permissions &permissions);

} // namespace pipeglass::access
