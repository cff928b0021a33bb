// SPDX-License-Identifier: MIT
#pragma once

#include "core/fileid.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <map>
#include <vector>

namespace pipeglass::catalog {

/// The names that directories give to sockets, by inode: for whoever looks for one that was renamed. Reads a directory
/// again only when something came, went or was renamed in it, which its time of change tells. Never looks at a file.
/// One thread at a time.
class InodeNames {
public:
    /// Names in an open directory that have this inode (of which sock_diag tells 32 bits); other files can have it too.
    [[nodiscard]] std::vector<QByteArray> of(int directory, quint32 inode);

private:
    struct Name {
        quint32 inode = 0;
        QByteArray name;
    };
    struct Directory {
        qint64 changed = 0; ///< as the file system stamped it, in nanoseconds
        QElapsedTimer sinceChange; ///< was seen first
        bool isSettled = false; ///< when it was read, no later change could bear the same stamp
        std::vector<Name> names; ///< sorted by inode
    };
    static void read(int descriptor, Directory &directory);

    std::map<FileId, Directory> m_directories;
};

} // namespace pipeglass::catalog
