// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/livenesscheck.h"

#include <unordered_map>

namespace pipeglass::catalog {

/// A listed file and its state.
struct ListedFile {
    DirectoryFile file;
    BoundFile bound; ///< its key in sock_diag
    Liveness liveness = {};
    PipeEntryPtr entry = {}; ///< in the last snapshot; null for a new file
    quint64 listing = 0; ///< number of the last directory listing that included it
    bool isRemoved = false; ///< removed in the current update
};

/// The files known to a scanner, by path and by BoundFile. Each operation takes constant time. A file keeps its address
/// until forgetRemoved().
class FileTable {
public:
    /// The path must not be in the table.
    ListedFile &add(DirectoryFile file, const BoundFile &bound);
    /// The path leads to another file now.
    void replace(ListedFile &known, DirectoryFile file, const BoundFile &bound);
    void remove(ListedFile &known);
    void forgetRemoved() { m_removed.clear(); }
    void reserve(size_t count);
    [[nodiscard]] size_t size() const { return m_files.size(); }
    [[nodiscard]] std::vector<ListedFile *> all();

    /// Null if the path is not in the table.
    [[nodiscard]] ListedFile *find(const QByteArray &path);
    [[nodiscard]] ListedFile *find(const QByteArray &directory, const QByteArray &fileName);
    /// All names of the file that a socket is bound to; several if it has hard links.
    [[nodiscard]] std::vector<ListedFile *> namesOf(const BoundFile &file) const;
    /// Whether one of the names leads to this socket.
    [[nodiscard]] bool leadsTo(quint64 cookie, const BoundFile &file) const;
    [[nodiscard]] bool leadsTo(const FileSocket &socket) const { return leadsTo(socket.cookie, socket.file); }

private:
    using Name = std::pair<QByteArray, QByteArray>; ///< directory and file name
    struct Hash {
        size_t operator()(const BoundFile &file) const { return ::qHash(quint64{ file.device } << 32U | file.inode); }
        size_t operator()(const Name &name) const { return ::qHash(name.second) ^ ::qHash(name.first); }
    };
    using Files = std::unordered_map<Name, ListedFile, Hash>;

    void removeBound(const ListedFile &known);

    Files m_files;
    std::unordered_multimap<BoundFile, ListedFile *, Hash> m_bound;
    std::vector<Files::node_type> m_removed;
};

} // namespace pipeglass::catalog
