// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/bindprobe.h"
#include "core/fileaside.h"
#include "core/result.h"

#include <functional>

namespace pipeglass::catalog {

/// A socket file as somebody looked at it: what has its name counts only as long as it is that file.
struct KnownFile {
    QByteArray directory; ///< raw bytes
    QByteArray leaf; ///< raw bytes
    FileIdentity file;

    [[nodiscard]] QByteArray path() const;
};

/// Deletes stale socket files, one by one.
///
/// A file is looked at (the same file, a socket, nobody bound), then moved to a name that cannot be guessed, and asked
/// about again before it is deleted. A file without a socket never gets one, so the second answer holds for good. The
/// move waits for a server inside bind(), which has its file but no socket that can be found yet: since Linux 5.14
/// bind() holds the directory's lock until then. What was bound between the first answer and the move is not the file
/// that was looked at; it is put back at once, and never over what has the name by then.
///
/// Between two calls nothing is aside. Synchronous; one thread at a time. Use one object for one sweep: it remembers
/// the mounts.
class StaleRemoval {
public:
    enum Mode {
        OnlyCheck, ///< says what would be deleted, and touches nothing
        Remove,
    };
    /// Whether a socket is bound to a file; BindProbe, unless a test has its own.
    using Ask = std::function<BindingAnswer(int directory, int file)>;

    explicit StaleRemoval(Mode mode = Remove, Ask ask = {});

    /// Fails with NoSuchFile, NotASocket, Replaced, LeftAlive, LeftUnknown (`detail` is the word of the reason),
    /// DeletionDenied, or as the system does. Then what has the name still has it, but for a name that was taken twice
    /// meanwhile: `detail` says where the first taker's file is.
    [[nodiscard]] Status remove(const KnownFile &known);
    /// The same with a descriptor (O_PATH) of the directory.
    [[nodiscard]] Status remove(int directory, const KnownFile &known);

private:
    [[nodiscard]] Status mayGo(int directory, int file, const KnownFile &known);

    Mode m_mode;
    BindProbe m_probe;
    Ask m_ask;
};

/// Whether a socket is bound to this file; Unknown with Replaced where the name leads to another one or to nothing.
/// Touches nobody. Any thread.
[[nodiscard]] BindingAnswer bindingOf(const KnownFile &known);

} // namespace pipeglass::catalog
