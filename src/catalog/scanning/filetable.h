// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/livenesscheck.h"

#include <unordered_map>

namespace pipeglass::catalog {

/// A listed file and what was found out about it.
struct ListedFile {
    DirectoryFile file;
    BoundFile bound; ///< what sock_diag would call it
    Verdict verdict = {};
    PipeEntryPtr entry = {}; ///< of the last snapshot; null for a new one
    quint64 listing = 0; ///< the number of the last directory listing that had it
};

/// The files that a scanner knows, by path and by what sockets are bound to. Each question and each change takes
/// constant time.
class FileTable {
public:
    void put(const QByteArray &path, ListedFile file);
    void remove(const QByteArray &path);
    void reserve(size_t count);

    [[nodiscard]] const std::unordered_map<QByteArray, ListedFile> &all() const { return m_files; }
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
