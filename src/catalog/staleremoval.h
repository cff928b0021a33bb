// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/bindprobe.h"
#include "core/files/fileaside.h"
#include "core/result.h"

#include <functional>

namespace pipeglass::catalog {

/// A file as it was examined: nothing is done if the name leads to another one now.
struct KnownFile {
    QByteArray directory; ///< raw bytes
    QByteArray leaf; ///< raw bytes
    FileIdentity file;
    FileKind kind = FileKind::Socket; ///< Fifo: a debugger FIFO; no other kind can be stale

    [[nodiscard]] QByteArray path() const;
};

/// Deletes stale files one by one: sockets, and debugger FIFOs (clr-debug-pipe-PID-KEY-in or -out) of processes that
/// have ended. A FIFO is never opened: the runtime would take the opener for a debugger.
///
/// A file is checked, renamed to a random name, and checked again before it is deleted. That is safe: a file without a
/// socket never gets one, and the pid and start time in a FIFO's name never recur. Since Linux 5.14 bind() holds the
/// directory's lock until its socket can be found, so the rename waits for it. A file that was bound between the first
/// check and the rename is renamed back at once, never over another file.
///
/// Synchronous; one thread at a time. Caches the mounts, so use a new object for each run.
class StaleRemoval {
public:
    enum Mode {
        OnlyCheck, ///< reports what would be deleted, changes nothing
        Remove,
    };
    /// Replaces the check for a socket or process behind the file, for tests.
    using Ask = std::function<BindingAnswer(int directory, int file)>;

    explicit StaleRemoval(Mode mode = Remove, Ask ask = {});

    /// Fails with NoSuchFile, NotASocket (any other kind of file or FIFO), Replaced, LeftAlive, LeftUnknown (`detail`
    /// is the word of the reason), DeletionDenied, or a system error. Then the file keeps its name, unless another file
    /// cpuTime it meanwhile: `detail` says where the file is.
    [[nodiscard]] Status remove(const KnownFile &known);
    /// As above, with an O_PATH descriptor of the directory.
    [[nodiscard]] Status remove(int directory, const KnownFile &known);

private:
    [[nodiscard]] BindingAnswer checkBinding(int directory, int file, const KnownFile &known);
    [[nodiscard]] Status checkDeletable(int directory, int file, const KnownFile &known);

    Mode m_mode;
    BindProbe m_probe;
    Ask m_ask;
};

/// Whether a socket is bound to this file; Unknown with Replaced if the name leads to another file or none. Never
/// connects a stream socket. Any thread.
[[nodiscard]] BindingAnswer bindingOf(const KnownFile &known);

} // namespace pipeglass::catalog
