// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/directoryfile.h"
#include "catalog/mounttable.h"
#include "catalog/netnamespaces.h"
#include "catalog/othernetworks.h"
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

    /// Reads the list of sockets, with those of other network namespaces as far as they may be seen. Names that are
    /// listed before it and not known to it are in doubt, and read it again.
    [[nodiscard]] Status read(NetworkList::Look how = NetworkList::Look::Quick);
    /// Only those of our own namespace, for whoever wants to know the states of these files and nothing else, but those
    /// for certain: the list holds only theirs, and not their queues and names.
    [[nodiscard]] Status read(const std::vector<DirectoryFile> &files, const MountTable &mounts);

    /// One verdict a file, by the list that was read last. Takes files out of `files` that turn out to be gone, and
    /// brings the others up to date where it had to look at them again. An error means that all verdicts are Unknown.
    [[nodiscard]] Result<std::vector<Verdict>> judge(std::vector<DirectoryFile> &files, const MountTable &mounts);

    /// The socket that was behind a file when it was judged last; cookie 0: none.
    struct Witness {
        quint32 inode = 0;
        quint64 cookie = 0;
    };
    /// The same for some of the files that it judged before, or others; one witness a file. Where that socket is gone
    /// and the file is the same, there is no doubt, for no other socket can be bound to it.
    [[nodiscard]] Result<std::vector<Verdict>>
    judgeSome(std::vector<DirectoryFile> &files, const std::vector<Witness> &witnesses, const MountTable &mounts);

    /// Whether this file is stale for good.
    [[nodiscard]] bool isDead(const FileIdentity &file) const { return m_dead.contains(file); }
    /// For a file that has gone: so that what is remembered does not grow with all that ever was.
    void forget(const FileIdentity &file)
    {
        m_dead.erase(file);
        m_missed.erase(file);
    }

    /// The sockets as they were read last.
    [[nodiscard]] const SocketTable &table() const { return m_table; }
    /// The same as it was the time before.
    [[nodiscard]] const SocketTable &tableBefore() const { return m_tableBefore; }
    /// The files at which it differs from the time before.
    [[nodiscard]] const std::vector<BoundFile> &changed() const { return m_changed; }
    /// What the last read() took of a core, in nanoseconds.
    [[nodiscard]] qint64 readingTook() const { return m_readingTook; }
    /// And how much of that was in other threads than the one that called it.
    [[nodiscard]] qint64 tookBeside() const { return m_others.took(); }
    /// When that was.
    [[nodiscard]] Timestamp tableTime() const { return m_tableTime; }
    /// Whether a socket of that table is there still.
    [[nodiscard]] bool lives(const FileSocket &socket);

private:
    struct Doubt {
        size_t index = 0;
        bool isSecond = false; ///< the file was missing in the list before, or its socket is known to be gone
        bool wasGrown = false; ///< when it was looked at last, no other file could have been taken for it
        enum { Open, Settled, Gone } outcome = Open;
    };
    using Doubts = std::vector<Doubt>;
    [[nodiscard]] Status openDiag();
    [[nodiscard]] Status take(Result<SocketTable> table);
    /// Of all sockets, those of these files alone.
    [[nodiscard]] Result<SocketTable> readOnly(const std::vector<DirectoryFile> &files, const MountTable &mounts);
    /// All that a table would have said of a socket that readOnly() found.
    [[nodiscard]] std::optional<FileSocket> ask(const FileSocket &socket);
    [[nodiscard]] bool isGone(const Witness &witness, const BoundFile &file);
    /// Takes a verdict from a table; false where it has none.
    [[nodiscard]] static bool takeVerdict(Verdict &verdict, const BoundFile &file, const SocketTable &table);
    [[nodiscard]] Status
    settle(Doubts &doubts, std::vector<DirectoryFile> &files, const MountTable &mounts, std::vector<Verdict> &verdicts);
    static void look(Doubt &doubt, DirectoryFile &file, bool isEnough);
    void judgeSettled(
        const Doubts &doubts, const std::vector<DirectoryFile> &files, const MountTable &mounts,
        std::vector<Verdict> &verdicts);

    Detail m_detail;
    NetNamespaces::Search m_search = NetNamespaces::Search::OfThreads;
    std::optional<SocketDiag> m_diag;
    OtherNetworks m_others;
    SocketTable m_table;
    SocketTable m_tableBefore;
    std::vector<BoundFile> m_changed;
    qint64 m_readingTook = 0;
    Timestamp m_tableTime;
    std::set<FileIdentity> m_dead; ///< stale, and too old for that to have been a bind() half done
    std::set<FileIdentity> m_missed; ///< others that had no socket when they were judged last
};

} // namespace pipeglass::catalog
