// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/directoryfile.h"
#include "catalog/mounttable.h"
#include "catalog/netnamespaces.h"
#include "catalog/sockettable.h"

#include <set>

namespace pipeglass::catalog {

/// What is behind one file.
struct Verdict {
    PipeState state = PipeState::Unknown;
    SocketType type = SocketType::None;
    quint32 socketInode = 0;
    quint64 socketCookie = 0;
    std::optional<quint32> clients;
    std::optional<quint32> waiting;
    std::optional<quint32> backlog;
    SocketTable::Unread unread;
};

/// What sock_diag would call this file.
[[nodiscard]] BoundFile boundFile(const FileInfo &info, const MountTable &mounts);

[[nodiscard]] Verdict verdictOf(const FileSocket &socket, quint32 clients);
/// The same of a socket of this table.
[[nodiscard]] Verdict verdictOf(const FileSocket &socket, const SocketTable &table);

/// Decides for files whether somebody listens at them, by the kernel's list of sockets alone. "Stale" is said only of a
/// file that was there, the same one, before and after two lists without a socket for it, and that no other network
/// namespace can have a socket for. Remembers which files are stale for good.
class SocketJudge {
public:
    explicit SocketJudge(Detail detail = Detail::Files)
        : m_detail(detail)
    {
    }

    /// Reads the list of sockets. Names that are listed before it and not known to it are in doubt, and read it again.
    [[nodiscard]] Status read();
    /// The same for whoever wants to know the states of these files and nothing else, but those for certain: the list
    /// holds only theirs, and not their queues and names.
    [[nodiscard]] Status read(const std::vector<DirectoryFile> &files, const MountTable &mounts);

    /// One verdict a file, by the list that was read last. Takes files out of `files` that turn out to be gone, and
    /// brings the others up to date where it had to look at them again. An error means that all verdicts are Unknown.
    [[nodiscard]] Result<std::vector<Verdict>> judge(std::vector<DirectoryFile> &files, const MountTable &mounts);

    /// The sockets of our own network namespace, as they were read last.
    [[nodiscard]] const SocketTable &table() const { return m_table; }
    /// When that was.
    [[nodiscard]] Timestamp tableTime() const { return m_tableTime; }
    /// Whether a socket of that table is there still.
    [[nodiscard]] bool lives(const FileSocket &socket);

private:
    [[nodiscard]] Status take(Result<SocketTable> table);
    [[nodiscard]] Status openDiag();
    struct Doubt {
        size_t index = 0;
        enum { Open, Settled, Gone } outcome = Open;
    };
    [[nodiscard]] Status settle(
        std::vector<Doubt> &doubts, std::vector<DirectoryFile> &files, const MountTable &mounts,
        std::vector<Verdict> &verdicts);
    void look(Doubt &doubt, DirectoryFile &file, bool mayBeSettled);
    void judgeSettled(
        const std::vector<Doubt> &doubts, const std::vector<DirectoryFile> &files, const MountTable &mounts,
        std::vector<Verdict> &verdicts);

    Detail m_detail;
    NetNamespaces::Search m_search = NetNamespaces::Search::OfThreads;
    std::optional<SocketDiag> m_diag;
    SocketTable m_table;
    Timestamp m_tableTime;
    std::set<FileIdentity> m_dead; ///< stale, and too old for that to have been a bind() half done
};

} // namespace pipeglass::catalog
