// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/detachedlisteners.h"
#include "core/system/accounts.h"

#include <map>

namespace pipeglass::catalog {

/// Builds entries from files, sockets and their holders.
class EntryBuilder {
public:
    explicit EntryBuilder(const SocketHolders &holders)
        : m_holders(holders)
    {
    }

    std::map<quint64, pid_t> tookOver; ///< by cookie of the new socket: the previous owner's process
    std::map<quint64, SocketHolders::Servers> tapped; ///< by cookie of the tap's socket: the servers behind it

    /// `labels`: of directories in other mount namespaces.
    [[nodiscard]] PipeEntryPtr
    fileEntry(const DirectoryFile &file, const Liveness &liveness, const std::map<QByteArray, QString> &labels);
    [[nodiscard]] PipeEntryPtr detachedEntry(const DetachedListener &socket);
    [[nodiscard]] PipeEntryPtr abstractEntry(const FileSocket &socket, quint32 clients);

private:
    void describe(PipeEntry &entry, uid_t uid, std::optional<gid_t> gid);
    void describe(PipeEntry &entry, const FileInfo &info);
    void describe(PipeEntry &entry, const Liveness &liveness);
    void describeOwner(PipeEntry &entry, std::optional<uid_t> uid);

    const SocketHolders &m_holders;
    /// The last owner's names; mostly equal for the next file, so their memory is shared.
    struct {
        uid_t uid = 0;
        gid_t gid = 0;
        QString owner = userName(0);
        QString group = groupName(0);
    } m_names;
};

} // namespace pipeglass::catalog
