// SPDX-License-Identifier: MIT
#include "exchange/spare.h"

#include "catalog/naming/spareleaf.h"
#include "core/files/localaddress.h"
#include "core/path.h"

#include <cerrno>
#include <limits>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::exchange {

namespace {

/// 0 or errno. The file has mode 0, so that nobody can connect before the permissions are right.
int bindClosed(int socket, const QByteArray &path)
{
    return ::fchmod(socket, 0) == 0 ? bindToPath(socket, path) : errno;
}

Status openUp(Spare &spare, const HeldSocket &own, const HeldSocket *like, const QByteArray &path)
{
    spare.file = own.facts.file;
    if (like != nullptr) {
        if (const Status copied = copyPermissions(*like, own, path); !copied)
            return copied;
    }
    if (::listen(spare.socket.get(), std::numeric_limits<int>::max()) != 0)
        return failure(systemError(errno, path));
    return {};
}

} // namespace

QByteArray newSpareLeaf() { return unguessableLeaf(catalog::spareBytes); }

Result<Spare> makeSpare(const SpareDirectory &directory, const QByteArray &leaf, const HeldSocket *like)
{
    Spare spare{ UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)), leaf, {} };
    if (!spare.socket.isValid())
        return failure(systemError(errno, directory.path));
    QByteArray path = joinedPath(directory.path, leaf);
    if (path.size() > maxSocketPath)
        path = descriptorPath(directory.descriptor) + '/' + leaf;
    if (const int error = bindClosed(spare.socket.get(), path); error != 0)
        return failure(creationError(error, joinedPath(directory.path, leaf)));
    const Result<HeldSocket> own = holdSocket(directory.descriptor, leaf);
    const Status status = own ? openUp(spare, *own, like, directory.path) : failure(own.error());
    if (!status) {
        ::unlink(path.constData());
        return failure(status.error());
    }
    return spare;
}

} // namespace pipeglass::exchange
