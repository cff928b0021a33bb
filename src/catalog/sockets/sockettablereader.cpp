// SPDX-License-Identifier: MIT
#include "catalog/sockets/sockettablereader.h"

#include "core/clock.h"

namespace pipeglass::catalog {

Result<SocketTable> SocketTableReader::dump(NetworkNamespaces::ScanMode how)
{
    const qint64 began = threadCpuTime();
    m_time = now();
    if (!m_diag) {
        auto diag = SocketDiag::open();
        if (!diag)
            return failure(diag.error());
        m_diag = std::move(*diag);
    }
    auto table = m_networks.read(*m_diag, SocketTable(m_detail, m_withAbstract), how);
    if (!table)
        m_diag.reset(); // may contain part of a reply
    m_cpuTime = threadCpuTime() - began + m_networks.cpuTime();
    return table;
}

Status SocketTableReader::read(NetworkNamespaces::ScanMode how)
{
    auto table = dump(how);
    if (!table)
        return failure(table.error());
    m_tableBefore = std::exchange(m_table, std::move(*table));
    return {};
}

Status SocketTableReader::readAgain()
{
    auto table = dump(NetworkNamespaces::ScanMode::WithThreads);
    if (!table)
        return failure(table.error());
    m_table = std::move(*table);
    return {};
}

bool SocketTableReader::stillExists(const FileSocket &socket)
{
    if (socket.network != 0)
        return m_networks.stillExists(socket);
    if (!m_diag)
        return true;
    const auto found = m_diag->ask(socket.inode, socket.cookie, 0);
    return !found || found->has_value();
}

} // namespace pipeglass::catalog
