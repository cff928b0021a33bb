// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/directoryfile.h"
#include "catalog/inodenames.h"
#include "catalog/mountnamespaces.h"
#include "catalog/namefilter.h"
#include "catalog/serverbook.h"
#include "catalog/socketjudge.h"

#include <map>

namespace pipeglass::catalog {

/// A listener whose file is none of those that were listed: it lost its name, or has it where nobody looked.
struct UnlistedSocket {
    Verdict verdict;
    QByteArray directory; ///< where it was bound, as it is seen from here
    QByteArray fileName;
    std::optional<FileInfo> info; ///< of its file, where that has a name still
    BoundFile file;
    std::optional<quint32> uid;
    quint64 takenOverCookie = 0; ///< the socket that has its path now; 0: none
    BoundFile takenOverFile; ///< of that one
    std::optional<pid_t> takenOverBy;
    QString namespaceLabel;
};

/// Finds out what became of listeners that no listed file leads to. One for each scan: it remembers what it asked.
class UnlistedSearch {
public:
    struct Where {
        const std::vector<QByteArray> &listed; ///< directories
        bool onlyListed = false; ///< nothing else is of interest
        bool otherNamespaces = false;
    };
    UnlistedSearch(
        Where where, NameFilter filter, const MountTable &mounts, MountNamespaces &namespaces, InodeNames &names);

    /// Listeners with a name in the filter that no verdict speaks of; pointers into the table. By their cookies, so
    /// that a row of theirs comes at the same place each time.
    [[nodiscard]] std::vector<const FileSocket *>
    candidates(const SocketTable &table, const std::vector<Verdict> &verdicts);

    /// The same of one socket that no verdict speaks of.
    [[nodiscard]] bool isCandidate(const FileSocket &socket);

    /// What to show of one; nothing for one that is not of interest, or that the next scan will list. The book has been
    /// updated for it.
    [[nodiscard]] std::optional<UnlistedSocket>
    look(const FileSocket &socket, const SocketTable &table, const ServerBook &book, SocketJudge &judge);

private:
    struct Place {
        QByteArray path; ///< from here
        QByteArray directory; ///< from here
        const MountNamespaces::View *view = nullptr; ///< null: our own
        bool isKnown = false; ///< whether the holder's view is
    };
    [[nodiscard]] std::optional<FileId> directoryId(const QByteArray &directory);
    [[nodiscard]] bool isListed(const QByteArray &directory);
    [[nodiscard]] std::optional<Place> placeOf(const FileSocket &socket, pid_t holder);
    [[nodiscard]] std::optional<DirectoryFile> findRenamed(const QByteArray &directory, const BoundFile &file);
    void
    judgeLost(UnlistedSocket &found, const FileSocket &socket, const FileSocket *other, const ServerBook &book) const;
    enum class Fate { Shown, Listed, Lost };
    [[nodiscard]] Fate lookUnderOldName(
        UnlistedSocket &found, const FileSocket &socket, const Place &place, const SocketTable &table,
        const ServerBook &book, Timestamp tableTime);
    [[nodiscard]] Fate lookUnderNewName(UnlistedSocket &found, const FileSocket &socket, const Place &place);
    [[nodiscard]] bool isReachedByAny(const ServerBook::Servers &servers, const FileSocket &socket);

    Where m_where;
    NameFilter m_filter;
    const MountTable &m_mounts;
    MountNamespaces &m_namespaces;
    InodeNames &m_names;
    std::vector<FileId> m_listedIds; ///< empty: not asked yet, or none is there
    std::map<QByteArray, std::optional<FileId>> m_directoryIds;
};

} // namespace pipeglass::catalog
