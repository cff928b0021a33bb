// SPDX-License-Identifier: MIT
#include "catalog/endpointof.h"

#include "endpoints/endpointtable.h"

namespace pipeglass::catalog {

QByteArray endpointOf(const PipeEntry &entry)
{
    if (entry.kind == FileKind::Other)
        return {};
    std::vector<QByteArray> programs;
    if (entry.server) {
        for (const ProcessInfo &process : *entry.server)
            programs.push_back(process.program);
    }
    const auto kind = entry.kind == FileKind::Fifo ? endpoints::Kind::Fifo : endpoints::Kind::Socket;
    const auto endpoint = endpoints::recognize(entry.fileName, entry.directory, kind, programs);
    return endpoint ? endpoint->id : QByteArray();
}

} // namespace pipeglass::catalog
