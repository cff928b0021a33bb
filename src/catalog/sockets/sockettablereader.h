// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/namespaces/networksocketreader.h"
#include "catalog/sockets/sockettable.h"

#include <optional>

namespace pipeglass::catalog {

/// Reads the socket tables of all accessible network namespaces, and keeps the last two. One thread at a time.
class SocketTableReader {
public:
    explicit SocketTableReader(Detail detail, bool withAbstract)
        : m_detail(detail)
        , m_withAbstract(withAbstract)
    {
    }

    /// Reads a new table. After an error the last one remains.
    [[nodiscard]] Status read(NetworkNamespaces::ScanMode how);
    /// Reads the current table again; tableBefore() remains.
    [[nodiscard]] Status readAgain();

    [[nodiscard]] const SocketTable &table() const { return m_table; }
    [[nodiscard]] const SocketTable &tableBefore() const { return m_tableBefore; }
    /// The files at which the two tables differ.
    [[nodiscard]] std::vector<BoundFile> changed() const { return changedFiles(m_tableBefore, m_table); }
    /// When table() was read.
    [[nodiscard]] Timestamp time() const { return m_time; }
    /// CPU time of the last read() in nanoseconds: in total, and in other threads.
    [[nodiscard]] qint64 cpuTime() const { return m_cpuTime; }
    [[nodiscard]] qint64 otherThreadsCpuTime() const { return m_networks.cpuTime(); }

    /// Whether a socket of table() still exists; true if that cannot be determined.
    [[nodiscard]] bool stillExists(const FileSocket &socket);

private:
    [[nodiscard]] Result<SocketTable> dump(NetworkNamespaces::ScanMode how);

    const Detail m_detail;
    const bool m_withAbstract;
    std::optional<SocketDiag> m_diag;
    NetworkSocketReader m_networks;
    SocketTable m_table;
    SocketTable m_tableBefore;
    Timestamp m_time;
    qint64 m_cpuTime = 0;
};

} // namespace pipeglass::catalog
