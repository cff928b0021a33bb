// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/fileinfo.h"
#include "catalog/mounttable.h"
#include "catalog/procunix.h"
#include "catalog/socketdescriptors.h"
#include "catalog/sockettable.h"
#include "core/uniquefd.h"

#include <set>
#include <unordered_set>

namespace pipeglass::catalog {

/// The sockets of all other network namespaces at one moment. sock_diag tells only of its own, while a path can be
/// dialled across them. With rights each is entered (by a thread of its own) and asked exactly; without, there is
/// /proc/PID/net/unix, which anybody may read, but which knows paths as given to bind() only. What lies outside of our
/// own pid namespace is not seen.
class NetNamespaces {
public:
    enum class Search {
        OfThreads, ///< the namespaces in which some thread is, and those with a name
        OfSockets, ///< those too that only a socket keeps, because it was passed out of them: a walk over descriptors,
                   ///< which takes rights
    };
    [[nodiscard]] static NetNamespaces look(const MountTable &mounts, Search search = Search::OfThreads);

    struct Found {
        const FileSocket *socket = nullptr; ///< the one that the file leads to, if one is known exactly
        quint32 clients = 0; ///< those that are not in the other table
    };
    [[nodiscard]] Found at(const BoundFile &file, const SocketTable &beside) const;

    /// Whether it cannot be ruled out that some socket out there is behind this file.
    [[nodiscard]] bool mayHold(const QByteArray &fileName, const FileInfo &info) const;

private:
    /// A path that a socket was bound to elsewhere, and what our own view has there.
    struct Suspect {
        QByteArray path;
        std::optional<quint64> directoryDevice;
        std::optional<FileId> there; ///< nothing where that says nothing about the socket
    };
    /// Threads that share one network namespace.
    struct Group {
        quint64 key = 0;
        std::vector<QByteArray> threads; ///< directories in /proc; a few, for the first may end before it is asked
    };
    [[nodiscard]] std::vector<Group> groups();
    void readGroups();
    [[nodiscard]] bool readGroup(const Group &group);
    bool enter(const QByteArray &path);
    bool enter(const UniqueFd &netNamespace);
    void readNamed(const MountTable &mounts);
    void readUnnamed();
    [[nodiscard]] bool takeOwnInodes();
    void enterThatOf(const SocketDescriptor &socket);
    void takeSuspects(const QByteArray &text, const std::vector<QByteArray> &threads);

    std::vector<SocketTable> m_tables;
    std::set<quint64> m_spaces; ///< our own and those that were entered
    std::unordered_set<quint32> m_inodes; ///< of all sockets in those that were entered
    std::vector<QByteArray> m_texts;
    std::vector<Suspect> m_suspects;
    bool m_mayEnter = true;
    bool m_somethingUnseen = false;
    bool m_anyRelative = false;
};

} // namespace pipeglass::catalog
