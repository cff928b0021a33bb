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
    None, ///< no socket now or ever: bind() always creates a new file
    Unknown,
};

struct BindingAnswer {
    Binding binding = Binding::Unknown;
    UnknownReason reason = UnknownReason::None; ///< if the binding is Unknown
};

/// Asks the kernel whether a socket is bound to a file, with connect() of a datagram socket. For a stream or seqpacket
/// socket that fails with EPROTOTYPE before anything is queued: the server does not notice, and no access time changes.
/// Covers all network, process and mount namespaces. If the server can be on the other side of the file system (FUSE,
/// network, overlay), a refusal is answered as Unknown.
///
/// A datagram server is connected to, which ss(8) shows: do not ask about files whose socket is known. Caches the
/// layers of overlay mounts, so use a new object for each scan. Synchronous, one thread at a time.
class BindProbe {
public:
    BindProbe();
    ~BindProbe();
    BindProbe(const BindProbe &) = delete;
    BindProbe &operator=(const BindProbe &) = delete;

    /// `file`: O_PATH descriptor of a socket file. `directory`: O_PATH descriptor of a directory that has a name of it.
    [[nodiscard]] BindingAnswer ask(int directory, int file);

    /// As ask(), for a file that may be new: before it answers None, it waits for a bind() in progress.
    [[nodiscard]] BindingAnswer askSettled(int directory, int file);

    /// Why the file system could hide a server of the file (descriptors as above); None if it cannot.
    [[nodiscard]] UnknownReason unknownReasonOf(int directory, int file);

private:
    [[nodiscard]] bool mayBeLayer(int directory);

    UniqueFd m_socket;
    std::unique_ptr<OverlayLayers> m_layers;
    std::map<FileId, bool> m_isInLayer; ///< by directory
};

} // namespace pipeglass::catalog
