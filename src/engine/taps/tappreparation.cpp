// SPDX-License-Identifier: MIT
#include "engine/taps/tappreparation.h"

#include "catalog/connections.h"
#include "catalog/sockets/fileclients.h"
#include "core/path.h"
#include "engine/sockets/destination.h"
#include "engine/taps/namefollower.h"
#include "exchange/repair.h"

#include <chrono>
#include <thread>
#include <utility>

#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// How often, and after which pause, a pipe is looked for that is not there.
constexpr int searchRetries = 5;
constexpr std::chrono::milliseconds searchPause = 10ms;

/// Whether a server that makes its pipe anew may be between two of them.
bool mayComeBack(ErrorCode code)
{
    return code == ErrorCode::NoSuchPipe || code == ErrorCode::NobodyListening || code == ErrorCode::NotListening;
}

/// The row of a file, with its server and clients; empty where the list does not have it.
catalog::ConnectedSnapshot rowsBeside(const QByteArray &path)
{
    catalog::ScanOptions options;
    options.directories = { directoryOf(path) };
    options.scope = catalog::Scope::All;
    return catalog::scanWithConnections(std::move(options));
}

/// One attempt.
Result<PreparedTap> tryToPrepare(const TapRequest &request)
{
    Result<Destination> destination = destinationOf(request.name, request.entry);
    if (!destination)
        return failure(destination.error());
    const catalog::ResolvedFile &file = destination->file;
    if (destination->abstract)
        return failure(ErrorCode::NotASocket, file.path);
    PreparedTap prepared;
    prepared.path = file.path;
    prepared.link = file.link;
    // Before our own socket stands beside it.
    const catalog::ConnectedSnapshot rows = rowsBeside(file.path);
    for (size_t i = 0; i < rows.connections.size(); ++i) {
        const catalog::PipeEntry &row = *rows.snapshot->entries[i];
        if (!row.hasFile || row.file != file.file)
            continue;
        if (row.state == catalog::PipeState::Bound)
            return failure(ErrorCode::NotListening, file.path);
        if (row.state == catalog::PipeState::ShutDown)
            return failure(ErrorCode::ListenerShutDown, file.path);
        if (row.server && !row.server->isEmpty())
            prepared.server = row.server->front();
        for (const ProcessInfo &one : row.server.value_or(QList<ProcessInfo>()))
            prepared.serverProcesses.push_back(one.pid);
        for (const catalog::Connection &connection : rows.connections[i]) {
            prepared.connectedBefore.push_back(connection.client.value_or(ProcessInfo()));
            prepared.knownClients.insert(connection.clientInode);
        }
    }
    auto watch = NameFollower::watch(directoryOf(file.path));
    if (!watch)
        return failure(watch.error());
    auto name = exchange::ExchangedName::prepare(file);
    if (!name)
        return failure(name.error());
    if (const auto bound = catalog::boundFileOf(file.fd.get()))
        prepared.file = *bound;
    prepared.watch = *std::move(watch);
    prepared.name = *std::move(name);
    if (!prepared.name->hasWatcher())
        prepared.notices.push_back({ ErrorCode::TapUnwatched, 0, file.path, {} });
    if (file.uid != ::geteuid())
        prepared.notices.push_back({ ErrorCode::TapOtherUser, 0, file.path, {} });
    return prepared;
}

} // namespace

Result<PreparedTap> prepareTap(const TapRequest &request)
{
    (void)exchange::repairAll(); // the name may lead to what a tap that was killed left
    Result<PreparedTap> prepared = tryToPrepare(request);
    for (int i = 0; i < searchRetries && !prepared && mayComeBack(prepared.error().code); ++i) {
        std::this_thread::sleep_for(searchPause);
        prepared = tryToPrepare(request);
    }
    return prepared;
}

} // namespace pipeglass::engine
