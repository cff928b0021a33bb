// SPDX-License-Identifier: MIT
// Any table is read or refused; any name is recognized or not, and never for longer than its limit.
#include "endpoints/diagnosticsowner.h"
#include "endpoints/endpointtable.h"

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::endpoints;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const Kind kind : { Kind::Socket, Kind::Fifo }) {
        const std::optional<Endpoint> found = recognize(input, input, kind, { input });
        if (found && (found->id.isEmpty() || found->title.isEmpty()))
            std::abort();
    }
    // A pattern of a stranger's table could be slow, so only the built-in ones are ever matched.
    const Result<EndpointTable> table = EndpointTable::parse(input);
    if (table && table->rules().empty())
        std::abort();
    const std::optional<DiagnosticsOwner> owner = diagnosticsOwner(input);
    const std::optional<quint64> start = startTimeOf(input);
    if (owner && start && ownerState(*owner, { { namespacePids(input), *start } }, true) == OwnerState::Unknown)
        std::abort();
    return 0;
}
