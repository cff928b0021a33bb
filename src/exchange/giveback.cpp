// SPDX-License-Identifier: MIT
#include "exchange/giveback.h"

#include "exchange/heldsocket.h"

#include <cerrno>

namespace pipeglass::exchange {

Result<GivenBack> giveBack(int directory, const QByteArray &leaf, const QByteArray &spareLeaf, const FileIdentity &ours)
{
    const Result<HeldSocket> own = holdSocket(directory, leaf);
    if (!own || own->facts.file != ours)
        return GivenBack::NotOurs;
    const Result<HeldSocket> server = holdSocket(directory, spareLeaf);
    if (!server)
        return GivenBack::ServerGone;
    // Where that is refused, the server's own permissions are the best that can be had.
    (void)copyPermissions(*own, *server, leaf);
    if (const int error = exchangeNames(directory, leaf, spareLeaf); error != 0) {
        if (error == ENOENT)
            return GivenBack::NotOurs;
        return failure(systemError(error, leaf));
    }
    if (removeAt(directory, spareLeaf, ours))
        return GivenBack::Yes;
    // The server bound the name anew in between: that one keeps it.
    if (exchangeNames(directory, leaf, spareLeaf) == ENOENT)
        (void)moveToFreeName(directory, spareLeaf, leaf);
    return GivenBack::NotOurs;
}

bool withdraw(int directory, const QByteArray &leaf, const QByteArray &spareLeaf, const FileIdentity &ours)
{
    const Result<HeldSocket> own = holdSocket(directory, leaf);
    if (!own || own->facts.file != ours)
        return true;
    if (const int error = moveToFreeName(directory, leaf, spareLeaf); error != 0)
        return error == ENOENT;
    if (removeAt(directory, spareLeaf, ours))
        return true;
    (void)moveToFreeName(directory, spareLeaf, leaf);
    return false;
}

} // namespace pipeglass::exchange
