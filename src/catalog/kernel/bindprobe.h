// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/uniquefd.h"

#include <map>
#include <memory>

namespace pipeglass::catalog {

class OverlayLayers;

/// Whether a socket is bound to a file.
enum class Binding {
    Stream, ///< a stream or seqpacket socket: listening, only bound, or shut down
    Datagram,
    None, ///< nobody, for good: bind() always makes a new file
    Unknown,
};

struct BindingAnswer {
    Binding binding = Binding::Unknown;
    UnknownReason reason = UnknownReason::None; ///< of Unknown
};

/// Asks the kernel whether a socket is bound to a file, by connect() of a datagram socket. For a stream or seqpacket
/// socket that fails with EPROTOTYPE before anything is queued, so its server cannot notice, and no access time moves.
/// The answer covers all network, process and mount namespaces. Where the server can be on the other side of the file
/// system (FUSE, network file systems, overlays and their layers) a refusal means nothing, and the answer is Unknown.
///
/// A datagram server is connected to, and shows so in ss(8): do not ask about files whose socket is known.
///
/// Remembers the layers of overlay mounts; use one object for one look. Synchronous, one thread at a time.
class BindProbe {
public:
    BindProbe();
    ~BindProbe();
    BindProbe(const BindProbe &) = delete;
    BindProbe &operator=(const BindProbe &) = delete;

    /// `file` is an O_PATH descriptor of a socket file, `directory` one (O_PATH) of a directory in which it has a name.
    [[nodiscard]] BindingAnswer ask(int directory, int file);

    /// The same for a file that may be new. A server inside bind() has its file before its socket can be found by it:
    /// before None is said, such a bind() is waited for.
    [[nodiscard]] BindingAnswer askSettled(int directory, int file);

    /// Why somebody can be behind a file (descriptors as above) whom nothing here tells of: the file system. None:
    /// nobody can.
    [[nodiscard]] UnknownReason doubtOf(int directory, int file);

private:
    [[nodiscard]] bool mayBeLayer(int directory);

    UniqueFd m_socket;
    std::unique_ptr<OverlayLayers> m_layers;
    std::map<FileId, bool> m_isInLayer; ///< by directory
};

} // namespace pipeglass::catalog
