// SPDX-License-Identifier: MIT
#include "catalog/abstractname.h"

#include "core/bytetext.h"
#include "core/uniquefd.h"

#include <cerrno>
#include <cstddef>
#include <cstring>

namespace pipeglass::catalog {

namespace {

/// The kernel refuses a datagram socket as being of the wrong type where a stream or seqpacket socket is bound, whether
/// that listens or not, and otherwise says that nobody is there.
bool isBound(const AbstractAddress &address)
{
    const UniqueFd probe(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return probe.isValid() && (::connect(probe.get(), address.get(), address.size) == 0 || errno != ECONNREFUSED);
}

} // namespace

bool looksAbstract(QByteArrayView name) { return name.size() > 1 && name.front() == '@'; }

Result<AbstractAddress> abstractAddress(const QByteArray &name)
{
    AbstractAddress result;
    if (!looksAbstract(name))
        return failure(ErrorCode::InvalidName, name);
    if (static_cast<size_t>(name.size()) > sizeof result.address.sun_path)
        return failure(ErrorCode::PathTooLong, name);
    result.address.sun_family = AF_UNIX;
    // A NUL stands in the place of the "@".
    std::memcpy(result.address.sun_path + 1, name.constData() + 1, static_cast<size_t>(name.size() - 1));
    result.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(name.size()));
    return result;
}

Result<QByteArray> resolveAbstract(const QByteArray &name)
{
    const auto exact = abstractAddress(name);
    if (exact && isBound(*exact))
        return name;
    const auto unescaped = unescapedBytes(QString::fromUtf8(name));
    if (unescaped && *unescaped != name) {
        const auto fromText = abstractAddress(*unescaped);
        if (fromText && isBound(*fromText))
            return *unescaped;
    }
    return exact ? failure(ErrorCode::NoSuchPipe, name) : failure(exact.error());
}

} // namespace pipeglass::catalog
