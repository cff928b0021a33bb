// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"
#include "support/framings.h"

#include <QByteArray>

#include <utility>

#include <sys/socket.h>

namespace pipeglass::test {

/// The other end in tests: plain system calls, nothing of the engine. Failing is fatal.
[[nodiscard]] UniqueFd boundAt(const QByteArray &path, int type = SOCK_STREAM);
[[nodiscard]] UniqueFd listeningAt(const QByteArray &path, int backlog = 16, int type = SOCK_STREAM);
[[nodiscard]] UniqueFd dialed(const QByteArray &path); ///< blocking; invalid where it was refused
[[nodiscard]] UniqueFd accepted(const UniqueFd &listener); ///< waits
[[nodiscard]] std::pair<UniqueFd, UniqueFd> connectedPair(); ///< blocking both

void makeNonBlocking(const UniqueFd &socket);
void writeAll(const UniqueFd &socket, const QByteArray &bytes); ///< blocking
/// Writes what the kernel takes now and drops it from `bytes`.
void writePossible(const UniqueFd &socket, QByteArray &bytes);
QByteArray readAvailable(const UniqueFd &socket); ///< what is there now; does not wait
[[nodiscard]] bool atEnd(const UniqueFd &socket); ///< end-of-file or reset is what a read says now

} // namespace pipeglass::test
