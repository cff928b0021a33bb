// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/serverbook.h"
#include "catalog/unlisted.h"
#include "core/accounts.h"

#include <map>

namespace pipeglass::catalog {

/// Makes rows of what is known of files, of sockets, and of who holds those.
class RowMaker {
public:
    explicit RowMaker(const ServerBook &book)
        : m_book(book)
    {
    }

    std::map<QByteArray, QString> labels; ///< of directories in other namespaces
    std::map<quint64, pid_t> tookOver; ///< by the cookie of the new socket: the old one's process

    [[nodiscard]] PipeEntryPtr fileRow(const DirectoryFile &file, const Verdict &verdict);
    /// The same row, with what only a look at the file tells.
    [[nodiscard]] PipeEntryPtr fileRow(const PipeEntry &before, const FileInfo &info);
    [[nodiscard]] PipeEntryPtr unlistedRow(const UnlistedSocket &socket);
    /// Whether fileRow() would make this.
    [[nodiscard]] bool isRowOf(const PipeEntry &entry, const DirectoryFile &file, const Verdict &verdict) const;

private:
    void describe(PipeEntry &entry, uid_t uid, std::optional<gid_t> gid);
    void describe(PipeEntry &entry, const FileInfo &info);
    void describe(PipeEntry &entry, const Verdict &verdict);

    const ServerBook &m_book;
    /// The names of the last file's, which are mostly the next one's too, and so share their memory.
    struct {
        uid_t uid = 0;
        gid_t gid = 0;
        QString owner = userName(0);
        QString group = groupName(0);
    } m_names;
};

} // namespace pipeglass::catalog
