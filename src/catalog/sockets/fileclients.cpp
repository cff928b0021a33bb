// SPDX-License-Identifier: MIT
#include "catalog/sockets/fileclients.h"

#include "catalog/kernel/fileinfo.h"
#include "catalog/kernel/mounttable.h"
#include "catalog/kernel/socketdiag.h"

namespace pipeglass::catalog {

Result<BoundFile> boundFileOf(int file)
{
    const Result<FileInfo> info = readFileInfo(file, {});
    if (!info)
        return failure(info.error());
    const MountTable mounts = MountTable::read();
    const MountTable::Mount *mount = mounts.find(info->mountId);
    return BoundFile{ mount != nullptr ? mount->device : info->kernelDevice,
                      static_cast<quint32>(info->file.id.inode) };
}

Result<std::vector<quint32>> clientSocketsOf(const BoundFile &file)
{
    Result<SocketDiag> diag = SocketDiag::open();
    if (!diag)
        return failure(diag.error());
    std::vector<quint32> clients;
    const auto visit = [&](const DiagSocket &socket) {
        if (socket.file == file && (SocketDiag::Listening & (1U << socket.state)) == 0 && socket.peer)
            clients.push_back(*socket.peer);
    };
    const Status dumped = diag->dump(SocketDiag::File | SocketDiag::Peer, SocketDiag::All, visit);
    if (!dumped)
        return failure(dumped.error());
    return clients;
}

} // namespace pipeglass::catalog
