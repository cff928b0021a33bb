// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/livenesscheck.h"

#include <unordered_map>

namespace pipeglass::catalog {

/// A listed file and what was found out about it.
struct ListedFile {
    DirectoryFile file;
    BoundFile bound; ///< what sock_diag would call it
    Liveness liveness = {};
    PipeEntryPtr entry = {}; ///< of the last snapshot; null for a new one
    quint64 listing = 0; ///< the number of the last directory listing that had it
    bool isRemoved = false; ///< from the table, in the update under way
};

/// The files that a scanner knows, by path and by what sockets are bound to. Each question and each change takes
/// constant time. A file keeps its address until forgetRemoved().
class FileTable {
public:
    /// Of a path that is not in it.
    ListedFile &add(DirectoryFile file, const BoundFile &bound);
    /// The path leads to another file now.
    void replace(ListedFile &known, DirectoryFile file, const BoundFile &bound);
    void remove(ListedFile &known);
    void forgetRemoved() { m_removed.clear(); }
    void reserve(size_t count);
    [[nodiscard]] size_t size() const { return m_files.size(); }
    [[nodiscard]] std::vector<ListedFile *> all();

    /// Null for one that is not in it.
    [[nodiscard]] ListedFile *find(const QByteArray &path);
    [[nodiscard]] ListedFile *find(const QByteArray &directory, const QByteArray &fileName);
    /// All names of the file that a socket is bound to: more than one where it is linked.
    [[nodiscard]] std::vector<ListedFile *> namesOf(const BoundFile &file) const;
    /// Whether one of them is known to lead to this socket.
    [[nodiscard]] bool leadsTo(quint64 cookie, const BoundFile &file) const;
    [[nodiscard]] bool leadsTo(const FileSocket &socket) const { return leadsTo(socket.cookie, socket.file); }

private:
    using Name = std::pair<QByteArray, QByteArray>; ///< directory and name in it
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
