// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::exchange {

/// A name of our own beside the server's, and the socket that we bound to it.
struct TapSpare {
    QByteArray leaf;
    std::optional<FileIdentity> file; ///< nullopt: it was about to be made

    friend bool operator==(const TapSpare &, const TapSpare &) = default;
};

/// What is kept of a tap, so that others can undo it. Whose the server's socket is need not stand here: what lies under
/// a spare's leaf while the public name leads to that spare is what it was exchanged with.
struct TapEntry {
    pid_t process = 0;
    QByteArray machine; ///< as /etc/machine-id; "-": not known
    QByteArray boot; ///< as the kernel's boot_id; sockets of another boot are dead
    QByteArray directory; ///< absolute, raw bytes
    FileIdentity directoryFile;
    QByteArray leaf; ///< of the public name, raw bytes
    std::vector<TapSpare> spares;

    [[nodiscard]] QByteArray path() const;

    friend bool operator==(const TapEntry &, const TapEntry &) = default;
};

/// An entry of this process, machine and boot.
[[nodiscard]] TapEntry newTapEntry();

/// The text of a journal: a line for each field and each spare, which is appended to. An announced spare has one line
/// without and then one with its file; one that is no more has a line too.
[[nodiscard]] QByteArray headText(const TapEntry &entry);
[[nodiscard]] QByteArray spareLine(const TapSpare &spare);
[[nodiscard]] QByteArray goneLine(const QByteArray &leaf);

/// Reads such a text, any bytes. A last line that was cut off does not count. nullopt where the head is not whole or a
/// line makes no sense.
[[nodiscard]] std::optional<TapEntry> parseTapEntry(QByteArrayView text);

} // namespace pipeglass::exchange
