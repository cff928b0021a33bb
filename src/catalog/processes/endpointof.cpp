// SPDX-License-Identifier: MIT
#include "catalog/processes/endpointof.h"

#include "catalog/kernel/procfs.h"
#include "catalog/naming/catalogtext.h"
#include "endpoints/diagnosticsowner.h"
#include "endpoints/endpointtable.h"

namespace pipeglass::catalog {

namespace {

std::vector<endpoints::Holder> holdersOf(const PipeEntry &entry)
{
    std::vector<endpoints::Holder> holders;
    const auto owner = endpoints::diagnosticsOwner(entry.fileName);
    if (entry.server) {
        for (const ProcessInfo &process : *entry.server)
            holders.push_back({ process.program, static_cast<quint64>(process.pid),
                                owner ? startTime(process.pid) : std::optional<quint64>() });
    } else if (owner && entry.kind == FileKind::Fifo) {
        // The holder of a FIFO is taken from its name instead of being searched for.
        holders.push_back({ {}, owner->pid, startTime(static_cast<pid_t>(owner->pid)) });
    }
    return holders;
}

} // namespace

void recognizeEndpoint(PipeEntry &entry)
{
    entry.endpoint.clear();
    entry.endpointIsCertain = true;
    if (entry.kind == FileKind::Other)
        return;
    const auto kind = entry.kind == FileKind::Fifo ? endpoints::Kind::Fifo : endpoints::Kind::Socket;
    // Most names match no rule, so holders are not needed.
    if (!endpoints::EndpointTable::builtin().mayRecognize(entry.fileName, entry.directory, kind))
        return;
    const auto endpoint = endpoints::recognize(entry.fileName, entry.directory, kind, holdersOf(entry));
    if (!endpoint)
        return;
    entry.endpoint = endpoint->id;
    entry.endpointIsCertain = endpoint->isCertain;
}

QString endpointTitle(const PipeEntry &entry)
{
    const endpoints::Endpoint *endpoint = endpoints::findEndpoint(entry.endpoint);
    if (endpoint == nullptr)
        return {};
    return entry.endpointIsCertain ? endpoint->title : CatalogText::tr("Perhaps: %1").arg(endpoint->title);
}

} // namespace pipeglass::catalog
