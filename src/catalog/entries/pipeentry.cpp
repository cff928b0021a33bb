// SPDX-License-Identifier: MIT
#include "catalog/entries/pipeentry.h"

#include "catalog/entries/pipename.h"
#include "core/path.h"

namespace pipeglass::catalog {

QByteArray PipeEntry::path() const { return isAbstract() ? fileName : joinedPath(directory, fileName); }

QByteArray PipeEntry::name() const
{
    return fileName.startsWith(filePrefix) ? fileName.sliced(filePrefix.size()) : fileName;
}

QLatin1String word(FileKind kind)
{
    switch (kind) {
    case FileKind::Socket:
        return QLatin1String("socket");
    case FileKind::Fifo:
        return QLatin1String("fifo");
    case FileKind::Other:
        break;
    }
    return QLatin1String("other");
}

QLatin1String word(SocketType type)
{
    switch (type) {
    case SocketType::Stream:
        return QLatin1String("stream");
    case SocketType::SeqPacket:
        return QLatin1String("seqpacket");
    case SocketType::Datagram:
        return QLatin1String("dgram");
    case SocketType::None:
        break;
    }
    return {};
}

QLatin1String word(PipeState state)
{
    switch (state) {
    case PipeState::Listening:
        return QLatin1String("listening");
    case PipeState::Bound:
        return QLatin1String("bound");
    case PipeState::Stale:
        return QLatin1String("stale");
    case PipeState::Orphaned:
        return QLatin1String("orphaned");
    case PipeState::TakenOver:
        return QLatin1String("taken-over");
    case PipeState::ShutDown:
        return QLatin1String("shut-down");
    case PipeState::Unknown:
        break;
    }
    return QLatin1String("unknown");
}

QLatin1String word(UnknownReason reason)
{
    switch (reason) {
    case UnknownReason::NotPermitted:
        return QLatin1String("not-permitted");
    case UnknownReason::ServerHidden:
        return QLatin1String("server-hidden");
    case UnknownReason::ForeignFileSystem:
        return QLatin1String("file-system");
    case UnknownReason::Overlay:
        return QLatin1String("overlay");
    case UnknownReason::SharedInode:
        return QLatin1String("same-inode");
    case UnknownReason::KernelSilent:
        return QLatin1String("kernel-silent");
    case UnknownReason::Replaced:
        return QLatin1String("replaced");
    case UnknownReason::HolderHidden:
        return QLatin1String("holder-hidden");
    case UnknownReason::None:
        break;
    }
    return {};
}

} // namespace pipeglass::catalog
