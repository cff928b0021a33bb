// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"
#include "core/uniquefd.h"

#include <vector>

namespace pipeglass::catalog {

/// Opens a directory for reading names, with O_NOATIME where permitted (owner and root). Invalid (errno) on failure.
[[nodiscard]] UniqueFd openDirectory(const QByteArray &path);

/// One name in a directory and the file it leads to.
struct DirectoryFile {
    QByteArray directory; ///< shared by all files of a directory
    QByteArray fileName;
    FileInfo info;

    [[nodiscard]] QByteArray path() const;
};

/// The files of some directories that match a filter.
struct DirectoryListing {
    std::vector<DirectoryFile> files; ///< grouped by directory, sorted by name
    std::vector<Error> problems; ///< one per unreadable directory

    /// Lists each directory once, even if two paths lead to it. Keeps access times unchanged where permitted.
    [[nodiscard]] static DirectoryListing read(const std::vector<QByteArray> &directories, const NameFilter &filter);
    /// Adds a directory, unless it is already listed under another path.
    void add(const QByteArray &directory, const NameFilter &filter);

private:
    std::vector<FileId> m_seen; ///< directories
};

} // namespace pipeglass::catalog
