// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/bindprobe.h"
#include "core/files/fileaside.h"
#include "core/result.h"

#include <functional>

namespace pipeglass::catalog {

/// A file as somebody looked at it: what has its name counts only as long as it is that file.
struct KnownFile {
    QByteArray directory; ///< raw bytes
    QByteArray leaf; ///< raw bytes
    FileIdentity file;
    FileKind kind = FileKind::Socket; ///< Fifo: a debugger FIFO; nothing else can be stale

    [[nodiscard]] QByteArray path() const;
};

/// Deletes stale files, one by one: sockets, and the debugger FIFOs (clr-debug-pipe-PID-KEY-in or -out) of processes
/// that have ended. A FIFO is never opened: the runtime takes whoever does for a debugger.
///
/// A file is looked at (the same file, of its kind, nobody behind it), then moved to a name that cannot be guessed, and
/// asked about again before it is deleted. A file without a socket never gets one, and the pid and start time in a
/// FIFO's name never come again, so the second answer holds for good. The move waits for a server inside bind(), which
/// has its file but no socket that can be found yet: since Linux 5.14 bind() holds the directory's lock until then.
/// What was bound between the first answer and the move is not the file that was looked at; it is put back at once, and
/// never over what has the name by then.
///
/// Between two calls nothing is aside. Synchronous; one thread at a time. Use one object for one sweep: it remembers
/// the mounts.
class StaleRemoval {
public:
    enum Mode {
        OnlyCheck, ///< says what would be deleted, and touches nothing
        Remove,
    };
    /// Whether somebody is behind a file, for tests. Else BindProbe tells it of a socket, and of a FIFO its name.
    using Ask = std::function<BindingAnswer(int directory, int file)>;

    explicit StaleRemoval(Mode mode = Remove, Ask ask = {});

    /// Fails with NoSuchFile, NotASocket (any other kind of file, or any other FIFO), Replaced, LeftAlive, LeftUnknown
    /// (`detail` is the word of the reason), DeletionDenied, or as the system does. Then what has the name still has
    /// it, but for a name that was taken twice meanwhile: `detail` says where the first taker's file is.
    [[nodiscard]] Status remove(const KnownFile &known);
    /// The same with a descriptor (O_PATH) of the directory.
    [[nodiscard]] Status remove(int directory, const KnownFile &known);

private:
    [[nodiscard]] BindingAnswer whoIsBehind(int directory, int file, const KnownFile &known);
    [[nodiscard]] Status mayGo(int directory, int file, const KnownFile &known);

    Mode m_mode;
    BindProbe m_probe;
    Ask m_ask;
};

/// Whether a socket is bound to this file; Unknown with Replaced where the name leads to another one or to nothing.
/// Touches nobody. Any thread.
[[nodiscard]] BindingAnswer bindingOf(const KnownFile &known);

} // namespace pipeglass::catalog
