// SPDX-License-Identifier: MIT
#include "catalog/socketjudge.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace pipeglass::catalog {

namespace {

/// Lists of sockets that are read for a file without one, at most; a file that was replaced each time stays unknown.
constexpr int mostRounds = 6;
constexpr int fewestRounds = 2;
/// Two files of one name and inode can have one birth time too if they were made within a tick of the kernel's clock.
constexpr qint64 young = 100'000'000;
/// After that long a bind() that was under way has ended.
constexpr qint64 grown = 10'000'000'000;

/// How long ago the file was made or changed, by the wall clock, which the file system used too; 0 if that makes no
/// sense.
qint64 age(const FileInfo &info) { return qMax<qint64>(0, now().unixNanoseconds - info.changed.unixNanoseconds); }

} // namespace

BoundFile boundFile(const FileInfo &info, const MountTable &mounts)
{
    return { mounts.device(info.mountId).value_or(info.kernelDevice), static_cast<quint32>(info.file.id.inode) };
}

Verdict verdictOf(const FileSocket &socket, quint32 clients)
{
    Verdict verdict{ socket.state, socket.type, socket.inode, socket.cookie, clients, {}, {}, {} };
    if (socket.state == PipeState::Listening && socket.type != SocketType::Datagram) {
        verdict.waiting = socket.waiting;
        verdict.backlog = socket.backlog;
    }
    return verdict;
}

Verdict verdictOf(const FileSocket &socket, const SocketTable &table)
{
    Verdict verdict = verdictOf(socket, table.clientsAt(socket.file));
    verdict.unread = table.unreadAt(socket.file);
    return verdict;
}

Status SocketJudge::openDiag()
{
    if (m_diag)
        return {};
    auto diag = SocketDiag::open();
    if (!diag)
        return failure(diag.error());
    m_diag = std::move(*diag);
    return {};
}

Status SocketJudge::take(Result<SocketTable> table)
{
    if (!table) {
        m_diag.reset(); // half an answer may be left in it
        return failure(table.error());
    }
    m_table = std::move(*table);
    return {};
}

Status SocketJudge::read()
{
    m_tableTime = now();
    const Status open = openDiag();
    return open ? take(SocketTable::read(*m_diag, m_detail)) : open;
}

Status SocketJudge::read(const std::vector<DirectoryFile> &files, const MountTable &mounts)
{
    std::vector<BoundFile> wanted;
    wanted.reserve(files.size());
    for (const DirectoryFile &file : files)
        wanted.push_back(boundFile(file.info, mounts));
    std::sort(wanted.begin(), wanted.end());
    m_tableTime = now();
    m_search = NetNamespaces::Search::OfSockets;
    const Status open = openDiag();
    return open ? take(SocketTable::read(*m_diag, wanted)) : open;
}

bool SocketJudge::lives(const FileSocket &socket)
{
    if (!m_diag)
        return false;
    const auto found = m_diag->ask(socket.inode, socket.cookie, 0);
    return found && found->has_value();
}

Result<std::vector<Verdict>> SocketJudge::judge(std::vector<DirectoryFile> &files, const MountTable &mounts)
{
    std::vector<Verdict> verdicts(files.size());
    std::vector<Doubt> doubts;
    std::set<FileIdentity> stillDead;
    for (size_t i = 0; i < files.size(); ++i) {
        const FileInfo &info = files[i].info;
        if (info.kind() != FileKind::Socket)
            continue;
        const BoundFile file = boundFile(info, mounts);
        if (const FileSocket *socket = m_table.at(file)) {
            verdicts[i] = verdictOf(*socket, m_table);
            continue;
        }
        verdicts[i].clients = m_table.clientsAt(file);
        verdicts[i].unread = m_table.unreadAt(file);
        if (m_dead.contains(info.file)) {
            verdicts[i].state = PipeState::Stale;
            stillDead.insert(info.file);
        } else {
            doubts.push_back({ i });
        }
    }
    m_dead = std::move(stillDead);
    if (doubts.empty())
        return verdicts;
    if (const Status status = settle(doubts, files, mounts, verdicts); !status)
        return failure(status.error());
    judgeSettled(doubts, files, mounts, verdicts);
    for (auto doubt = doubts.rbegin(); doubt != doubts.rend(); ++doubt) {
        if (doubt->outcome == Doubt::Gone) {
            files.erase(files.begin() + static_cast<qsizetype>(doubt->index));
            verdicts.erase(verdicts.begin() + static_cast<qsizetype>(doubt->index));
        }
    }
    return verdicts;
}

void SocketJudge::look(Doubt &doubt, DirectoryFile &file, bool mayBeSettled)
{
    const auto info = lookAt(AT_FDCWD, file.path());
    if (!info) {
        if (info.error().systemError == ENOENT)
            doubt.outcome = Doubt::Gone;
        return;
    }
    const bool isSame = info->file == file.info.file;
    file.info = *info;
    if (info->kind() != FileKind::Socket || (isSame && mayBeSettled))
        doubt.outcome = Doubt::Settled;
}

Status SocketJudge::settle(
    std::vector<Doubt> &doubts, std::vector<DirectoryFile> &files, const MountTable &mounts,
    std::vector<Verdict> &verdicts)
{
    for (int round = 1; round <= mostRounds; ++round) {
        bool anyOpen = false;
        for (Doubt &doubt : doubts) {
            if (doubt.outcome != Doubt::Open || verdicts[doubt.index].socketCookie != 0)
                continue;
            DirectoryFile &file = files[doubt.index];
            const bool isSure = file.isHeld || age(file.info) >= young;
            look(doubt, file, round >= (isSure ? fewestRounds : mostRounds - 1));
            anyOpen = anyOpen || doubt.outcome == Doubt::Open;
        }
        if (!anyOpen || round == mostRounds)
            break;
        const bool onlyThese = m_search == NetNamespaces::Search::OfSockets;
        if (const Status again = onlyThese ? read(files, mounts) : read(); !again)
            return again;
        for (const Doubt &doubt : doubts) {
            if (doubt.outcome != Doubt::Open)
                continue;
            const BoundFile file = boundFile(files[doubt.index].info, mounts);
            verdicts[doubt.index].clients = m_table.clientsAt(file);
            verdicts[doubt.index].unread = m_table.unreadAt(file);
            if (const FileSocket *socket = m_table.at(file))
                verdicts[doubt.index] = verdictOf(*socket, m_table);
        }
    }
    return {};
}

void SocketJudge::judgeSettled(
    const std::vector<Doubt> &doubts, const std::vector<DirectoryFile> &files, const MountTable &mounts,
    std::vector<Verdict> &verdicts)
{
    std::optional<NetNamespaces> others;
    for (const Doubt &doubt : doubts) {
        const DirectoryFile &file = files[doubt.index];
        Verdict &verdict = verdicts[doubt.index];
        if (doubt.outcome == Doubt::Gone || verdict.socketCookie != 0)
            continue;
        if (doubt.outcome == Doubt::Open || file.info.kind() != FileKind::Socket) {
            verdict = Verdict{};
            continue;
        }
        if (!others)
            others = NetNamespaces::look(mounts, m_search);
        const NetNamespaces::Found found = others->at(boundFile(file.info, mounts));
        if (found.socket != nullptr) {
            verdict = verdictOf(*found.socket, found.clients);
        } else if (others->mayHold(file.fileName, file.info)) {
            verdict = Verdict{};
        } else {
            verdict.state = PipeState::Stale;
            *verdict.clients += found.clients;
            if (age(file.info) > grown)
                m_dead.insert(file.info.file);
        }
    }
}

} // namespace pipeglass::catalog
