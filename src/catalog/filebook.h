// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/socketjudge.h"

#include <unordered_map>

namespace pipeglass::catalog {

/// A file of the last scan and what was found out about it.
struct ListedFile {
    DirectoryFile file;
    BoundFile bound; ///< what sock_diag would call it
    Verdict verdict;
};

/// The files that a scanner knows, by path and by what sockets say they are bound to: so that a change of one is found
/// without a look at the others. Each question and each change takes as long in a book of many as in one of few.
class FileBook {
public:
    void put(const QByteArray &path, ListedFile file);
    void remove(const QByteArray &path);
    void clear();

    /// Null for one that is not in it; valid until that path is put or removed.
    [[nodiscard]] ListedFile *find(const QByteArray &path);
    /// All names of the file that a socket is bound to: more than one where it is linked.
    [[nodiscard]] std::vector<QByteArray> pathsOf(const BoundFile &file) const;
    /// Whether one of them is known to lead to this socket.
    [[nodiscard]] bool leadsTo(quint64 cookie, const BoundFile &file) const;
    [[nodiscard]] bool leadsTo(const FileSocket &socket) const { return leadsTo(socket.cookie, socket.file); }

private:
    struct Hash {
        size_t operator()(const BoundFile &file) const { return ::qHash(quint64{ file.device } << 32U | file.inode); }
    };
    std::unordered_map<QByteArray, ListedFile> m_files;
    std::unordered_multimap<BoundFile, QByteArray, Hash> m_paths;
};

} // namespace pipeglass::catalog
