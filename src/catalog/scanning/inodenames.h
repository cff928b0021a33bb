// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <map>
#include <vector>

#include <sys/stat.h>

namespace pipeglass::catalog {

/// The names that directories give to sockets, by inode: for whoever looks for one that was renamed. Reads a directory
/// again only when something came, went or was renamed in it, which its time of change tells, and once a look at most.
/// Never looks at a file. One thread at a time.
class InodeNames {
public:
    /// Two changes of a directory within `tickMs` can bear one stamp: some file systems count in seconds.
    explicit InodeNames(qint64 tickMs = 2100)
        : m_tickMs(tickMs)
    {
    }

    /// What is asked until the next one is about one moment. Forgets directories that the last look did not ask about.
    void beginLook();

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
        quint64 look = 0; ///< in which that was asked last
        bool isSettled = false; ///< when it was read, no later change could bear the same stamp
        std::vector<Name> names; ///< sorted by inode
    };
    void bringUpToDate(int descriptor, const struct stat &status, Directory &known) const;
    static void read(int descriptor, Directory &directory);

    qint64 m_tickMs;
    quint64 m_look = 1;
    std::map<FileId, Directory> m_directories;
};

} // namespace pipeglass::catalog
