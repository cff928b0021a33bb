// SPDX-License-Identifier: MIT
#include "engine/destination.h"

namespace pipeglass::engine {

namespace {

Result<Destination> fromFile(Result<catalog::ResolvedFile> file)
{
    return file ? Result<Destination>(Destination{ *std::move(file), {} }) : failure(file.error());
}

Result<Destination> fromAbstract(const QByteArray &name)
{
    const auto address = catalog::abstractAddress(name);
    if (!address)
        return failure(address.error());
    Destination destination{ {}, *address };
    destination.file.path = name;
    destination.file.kind = catalog::FileKind::Socket;
    return destination;
}

} // namespace

Result<Destination> destinationOf(const AttachRequest &request)
{
    if (request.entry != nullptr)
        return request.entry->isAbstract() ? fromAbstract(request.entry->fileName)
                                           : fromFile(catalog::openEntry(*request.entry));
    if (!catalog::looksAbstract(request.name))
        return fromFile(catalog::resolveAnywhere(request.name));
    if (auto file = catalog::resolve(request.name))
        return fromFile(std::move(file));
    const auto socket = catalog::resolveAbstract(request.name);
    if (socket)
        return fromAbstract(socket->name);
    auto elsewhere = fromFile(catalog::resolveAnywhere(request.name));
    // What cannot be a file's name may still be an abstract one.
    return !elsewhere && elsewhere.error().code == ErrorCode::InvalidName ? failure(socket.error())
                                                                          : std::move(elsewhere);
}

} // namespace pipeglass::engine
