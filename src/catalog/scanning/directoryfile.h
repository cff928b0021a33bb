// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"
#include "core/uniquefd.h"

#include <vector>

namespace pipeglass::catalog {

/// Opens a directory for its names. Reading them moves its access time, unless the system lets us ask it not to: it
/// lets the directory's owner and root. Invalid (errno) where it cannot be opened.
[[nodiscard]] UniqueFd openDirectory(const QByteArray &path);

/// One name in a directory and the file it leads to.
struct DirectoryFile {
    QByteArray directory; ///< shared by all files of one
    QByteArray fileName;
    FileInfo info;

    [[nodiscard]] QByteArray path() const;
};

/// The files of some directories that a filter lets through.
struct DirectoryListing {
    std::vector<DirectoryFile> files; ///< those of one directory stand together, sorted by name
    std::vector<Error> problems; ///< one for each directory that could not be read

    /// Lists each once, also when two paths lead to one directory. Leaves the access time of a directory alone where
    /// the system allows it.
    [[nodiscard]] static DirectoryListing read(const std::vector<QByteArray> &directories, const NameFilter &filter);
    /// One more, unless it is in there already under another path.
    void add(const QByteArray &directory, const NameFilter &filter);

private:
    std::vector<FileId> m_seen; ///< directories
};

} // namespace pipeglass::catalog
