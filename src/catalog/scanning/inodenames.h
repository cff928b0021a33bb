// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <map>
#include <vector>

#include <sys/stat.h>

namespace pipeglass::catalog {

/// Maps inodes to socket names in directories, to find renamed sockets. Reads a directory only if its ctime changed, at
/// most once per scan, and never stats a file. One thread at a time.
class InodeNames {
public:
    /// Two changes of a directory within `tickMs` can have the same ctime: some file systems count seconds.
    explicit InodeNames(qint64 tickMs = 2100)
        : m_tickMs(tickMs)
    {
    }

    /// Starts a new scan: directories are read at most once in it. Forgets directories that the last scan did not use.
    void beginScan();

    /// Names in an open directory with this inode (low 32 bits); other files can have it too.
    [[nodiscard]] std::vector<QByteArray> of(int directory, quint32 inode);

private:
    struct Name {
        quint32 inode = 0;
        QByteArray name;
    };
    struct Directory {
        qint64 changed = 0; ///< ctime in nanoseconds
        QElapsedTimer sinceChange; ///< since this ctime was first seen
        quint64 scan = 0; ///< the scan that used it last
        bool isSettled = false; ///< no later change could have the same ctime
        std::vector<Name> names; ///< sorted by inode
    };
    void bringUpToDate(int descriptor, const struct stat &status, Directory &known) const;
    static void read(int descriptor, Directory &directory);

    qint64 m_tickMs;
    quint64 m_scan = 1;
    std::map<FileId, Directory> m_directories;
};

} // namespace pipeglass::catalog
