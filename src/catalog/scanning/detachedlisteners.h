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

/// A listener to which no listed file leads: its name is gone, or is in a directory that is not listed.
struct DetachedListener {
    Liveness liveness;
    QByteArray directory; ///< where it was bound, as a path from here
    QByteArray fileName;
    std::optional<FileInfo> info; ///< set if its file still has a name
    BoundFile file;
    std::optional<quint32> uid;
    quint64 successorCookie = 0; ///< the socket that has its path now; 0: none
    BoundFile successorFile; ///< the file of that socket
    bool isTapped = false; ///< the successor is a tap, which leads to this listener
    std::optional<pid_t> takenOverBy;
    QString namespaceLabel;
};

/// Determines what became of listeners to which no listed file leads. Use a new object for each scan.
class DetachedSearch {
public:
    struct Scope {
        const std::vector<QByteArray> &listed; ///< directories
        bool onlyListed = false; ///< skip everything else in our own mount namespace
        bool otherNamespaces = false;
    };
    DetachedSearch(
        Scope scope, NameFilter filter, const MountTable &mounts, MountNamespaces &namespaces, InodeNames &names);

    /// Whether such a socket is of interest, by its name.
    [[nodiscard]] bool isCandidate(const FileSocket &socket);

    /// The listener to show; nullopt if it is not of interest or the next scan will list it. The holders must be up to
    /// date.
    [[nodiscard]] std::optional<DetachedListener>
    find(const FileSocket &socket, SocketTableReader &sockets, const SocketHolders &holders);

private:
    struct Place {
        QByteArray path; ///< as seen from here
        QByteArray directory; ///< as seen from here
        const MountNamespaces::View *view = nullptr; ///< null: our own
        bool isKnown = false; ///< whether the holder's view is known
    };
    [[nodiscard]] std::optional<FileId> directoryId(const QByteArray &directory);
    [[nodiscard]] bool isListed(const QByteArray &directory);
    [[nodiscard]] std::optional<Place> placeOf(const FileSocket &socket, pid_t holder);
    [[nodiscard]] std::optional<DirectoryFile> findRenamed(const QByteArray &directory, const BoundFile &file);
    static void classifyLost(
        DetachedListener &found, const FileSocket &socket, const FileSocket *other, const SocketHolders &holders);
    enum class NameState { Shown, Listed, Lost };
    [[nodiscard]] NameState findUnderOldName(
        DetachedListener &found, const FileSocket &socket, const Place &place, const SocketTableReader &sockets,
        const SocketHolders &holders);
    [[nodiscard]] NameState findUnderNewName(DetachedListener &found, const FileSocket &socket, const Place &place);
    [[nodiscard]] bool isReachedByAny(const SocketHolders::Servers &servers, const FileSocket &socket);

    Scope m_scope;
    NameFilter m_filter;
    const MountTable &m_mounts;
    MountNamespaces &m_namespaces;
    InodeNames &m_names;
    std::vector<FileId> m_listedIds; ///< empty: not read yet, or none exists
    std::map<QByteArray, std::optional<FileId>> m_directoryIds;
};

} // namespace pipeglass::catalog
