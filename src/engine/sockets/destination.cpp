// SPDX-License-Identifier: MIT
#include "engine/sockets/destination.h"

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

Result<Destination> destinationOf(const QByteArray &name, const catalog::PipeEntryPtr &entry)
{
    if (entry != nullptr)
        return entry->isAbstract() ? fromAbstract(entry->fileName) : fromFile(catalog::openEntry(*entry));
    if (!catalog::looksAbstract(name))
        return fromFile(catalog::resolveAnywhere(name));
    if (auto file = catalog::resolve(name))
        return fromFile(std::move(file));
    const auto socket = catalog::resolveAbstract(name);
    if (socket)
        return fromAbstract(socket->name);
    auto elsewhere = fromFile(catalog::resolveAnywhere(name));
    // What cannot be a file's name may still be an abstract one.
    return !elsewhere && elsewhere.error().code == ErrorCode::InvalidName ? failure(socket.error())
                                                                          : std::move(elsewhere);
}

} // namespace pipeglass::engine
