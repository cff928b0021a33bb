// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/namespaces/mountnamespaces.h"
#include "catalog/scanning/directoryfile.h"
#include "catalog/scanning/inodenames.h"
#include "catalog/scanning/livenesscheck.h"
#include "catalog/scanning/namefilter.h"
#include "catalog/sockets/socketholders.h"
#include "catalog/sockets/sockettablereader.h"

#include <map>

namespace pipeglass::catalog {

/// A listener that no listed file leads to: it lost its name, or has it in a directory that is not listed.
struct DetachedListener {
    Liveness liveness;
    QByteArray directory; ///< where it was bound, as it is seen from here
    QByteArray fileName;
    std::optional<FileInfo> info; ///< of its file, where that still has a name
    BoundFile file;
    std::optional<quint32> uid;
    quint64 takenOverCookie = 0; ///< the socket that has its path now; 0: none
    BoundFile takenOverFile; ///< of that one
    std::optional<pid_t> takenOverBy;
    QString namespaceLabel;
};

/// Finds out what became of listeners that no listed file leads to. One object for one look.
class DetachedSearch {
public:
    struct Scope {
        const std::vector<QByteArray> &listed; ///< directories
        bool onlyListed = false; ///< nothing else of our own mount namespace is of interest
        bool otherNamespaces = false;
    };
    DetachedSearch(
        Scope scope, NameFilter filter, const MountTable &mounts, MountNamespaces &namespaces, InodeNames &names);

    /// Whether a socket that no listed file leads to is of interest, as far as its name tells.
    [[nodiscard]] bool isCandidate(const FileSocket &socket);

    /// What to show of one; nothing for one that is not of interest, or that the next scan will list. The holders have
    /// been updated for it.
    [[nodiscard]] std::optional<DetachedListener>
    look(const FileSocket &socket, SocketTableReader &sockets, const SocketHolders &holders);

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
    static void
    judgeLost(DetachedListener &found, const FileSocket &socket, const FileSocket *other, const SocketHolders &holders);
    enum class NameState { Shown, Listed, Lost };
    [[nodiscard]] NameState lookUnderOldName(
        DetachedListener &found, const FileSocket &socket, const Place &place, const SocketTableReader &sockets,
        const SocketHolders &holders);
    [[nodiscard]] NameState lookUnderNewName(DetachedListener &found, const FileSocket &socket, const Place &place);
    [[nodiscard]] bool isReachedByAny(const SocketHolders::Servers &servers, const FileSocket &socket);

    Scope m_scope;
    NameFilter m_filter;
    const MountTable &m_mounts;
    MountNamespaces &m_namespaces;
    InodeNames &m_names;
    std::vector<FileId> m_listedIds; ///< empty: not asked yet, or none is there
    std::map<QByteArray, std::optional<FileId>> m_directoryIds;
};

} // namespace pipeglass::catalog
