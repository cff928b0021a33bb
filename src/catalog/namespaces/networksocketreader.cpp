// SPDX-License-Identifier: MIT
#include "catalog/namespaces/networksocketreader.h"

#include "catalog/kernel/procfs.h"
#include "catalog/kernel/procunix.h"
#include "core/clock.h"
#include "core/system/procfile.h"
#include "core/threads/workerthread.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace pipeglass::catalog {

namespace {

std::vector<QByteArray> namespaceFilesOf(const NetworkNamespaces::Network &network)
{
    std::vector<QByteArray> files;
    if (!network.mountPoint.isEmpty())
        files.push_back(network.mountPoint);
    for (const pid_t pid : network.members)
        files.push_back(procPath(pid, "ns/net"));
    return files;
}

/// Opens a namespace file and checks that it is still the expected namespace.
UniqueFd openNamespaceFile(const QByteArray &file, quint64 inode)
{
    UniqueFd fd(::open(file.constData(), O_RDONLY | O_CLOEXEC));
    struct stat status { };
    if (!fd.isValid() || ::fstat(fd.get(), &status) != 0 || status.st_ino != inode)
        fd.reset();
    return fd;
}

} // namespace

Result<SocketTable> NetworkSocketReader::read(SocketDiag &own, SocketTable table, NetworkNamespaces::ScanMode how)
{
    m_cpuTime = 0;
    if (const Status status = table.addAll(own); !status)
        return failure(status.error());
    addOthers(table, how);
    table.finish();
    return table;
}

void NetworkSocketReader::addOthers(SocketTable &table, NetworkNamespaces::ScanMode how)
{
    m_visits.clear();
    if (m_list.scan(how).empty())
        return;
    visit(unvisited(), table);
    const bool anyVanished = std::any_of(
        m_visits.begin(), m_visits.end(), [](const auto &visit) { return visit.second == Visit::Vanished; });
    if (anyVanished) {
        // Other processes than the known members may be in it.
        std::erase_if(m_visits, [](const auto &visit) { return visit.second == Visit::Vanished; });
        (void)m_list.scan(NetworkNamespaces::ScanMode::Thorough);
        visit(unvisited(), table);
    }
    if (addAllUnseen(table) || anyVanished)
        return;
    (void)m_list.scan(NetworkNamespaces::ScanMode::Thorough);
    visit(unvisited(), table);
    (void)addAllUnseen(table);
}

/// False if information about one of them is missing. Adding one twice does no harm.
bool NetworkSocketReader::addAllUnseen(SocketTable &table) const
{
    bool areAllKnown = true;
    for (const Entry &network : m_list.networks()) {
        const auto visit = m_visits.find(network.first);
        if (visit == m_visits.end() || visit->second == Visit::Refused)
            areAllKnown = addUnseen(network, table) && areAllKnown;
    }
    return areAllKnown;
}

std::vector<const NetworkSocketReader::Entry *> NetworkSocketReader::unvisited() const
{
    std::vector<const Entry *> networks;
    for (const Entry &network : m_list.networks()) {
        if (network.first.mayEnter && !m_visits.contains(network.first))
            networks.push_back(&network);
    }
    return networks;
}

void NetworkSocketReader::visit(const std::vector<const Entry *> &networks, SocketTable &table)
{
    if (networks.empty())
        return;
    // A thread may enter a namespace without the others, and need not return.
    const bool wasRun = runInThread([&] {
        for (const Entry *network : networks) {
            const auto number = static_cast<quint32>(network->first.inode);
            m_visits[network->first] =
                enter(*network, [&](SocketDiag &diag) { return table.addAll(diag, number).has_value(); });
        }
        m_cpuTime += threadCpuTime();
    });
    if (wasRun)
        return;
    for (const Entry *network : networks)
        m_visits[network->first] = Visit::Refused;
}

NetworkSocketReader::Visit
NetworkSocketReader::enter(const Entry &network, const std::function<bool(SocketDiag &)> &task)
{
    for (const QByteArray &file : namespaceFilesOf(network.second)) {
        const UniqueFd fd = openNamespaceFile(file, network.first.inode);
        if (!fd.isValid())
            continue;
        if (::setns(fd.get(), CLONE_NEWNET) != 0)
            return Visit::Refused;
        // The socket belongs to the namespace in which it is created.
        auto diag = SocketDiag::open();
        if (!diag)
            return Visit::Refused;
        return task(*diag) ? Visit::Done : Visit::Refused;
    }
    return Visit::Vanished;
}

bool NetworkSocketReader::stillExists(const FileSocket &socket) const
{
    const auto network = std::find_if(m_list.networks().begin(), m_list.networks().end(), [&socket](const Entry &one) {
        return one.first.mayEnter && static_cast<quint32>(one.first.inode) == socket.network;
    });
    if (network == m_list.networks().end())
        return false;
    bool isThere = false;
    const bool wasAsked = runInThread([&] {
        const Visit visit = enter(*network, [&](SocketDiag &diag) {
            const auto found = diag.ask(socket.inode, socket.cookie, 0);
            isThere = found && found->has_value();
            return found.has_value();
        });
        isThere = isThere || visit == Visit::Refused;
    });
    return isThere || !wasAsked;
}

/// Reads the names of connected sockets from /proc/PID/net/unix, which is permitted to everybody.
bool NetworkSocketReader::addUnseen(const Entry &network, SocketTable &table)
{
    for (const pid_t pid : network.second.members) {
        const QByteArray path = procPath(pid, "net/unix");
        const auto text = readProcFile(path.constData());
        // The pid may belong to another process now.
        struct stat status { };
        const bool isIn = text && ::stat(path.constData(), &status) == 0
            && (network.first.mayEnter || status.st_ino == network.first.inode);
        if (!isIn)
            continue;
        for (ProcUnixSocket &socket : parseProcUnix(*text)) {
            const bool wasAccepted = socket.connected && socket.type != SOCK_DGRAM && !socket.path.isEmpty();
            if (wasAccepted && !socket.path.startsWith('@'))
                table.addUnseen(std::move(socket.path));
        }
        return true;
    }
    return network.second.members.empty();
}

} // namespace pipeglass::catalog
