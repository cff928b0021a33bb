// SPDX-License-Identifier: MIT
#include "catalog/socketjudge.h"

#include "core/clock.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace pipeglass::catalog {

namespace {

/// Looks at a file without a socket, at most, with a list of sockets before each; a file that was replaced each time
/// stays unknown.
constexpr int mostRounds = 6;
constexpr int fewestRounds = 2;
/// Two files of one name and inode can have one birth time too if they were made within a tick of the kernel's clock.
constexpr qint64 tick = 20'000'000;
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
    if (socket.hasUnseenClients) {
        verdict.clients.reset();
        verdict.unread = {};
    }
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
    m_tableBefore = std::exchange(m_table, std::move(*table));
    return {};
}

Status SocketJudge::read(NetworkList::Look how)
{
    m_tableTime = now();
    const qint64 began = threadBusyTime();
    Status status = openDiag();
    if (status)
        status = take(m_others.read(*m_diag, m_detail, how));
    m_changed = status ? changedFiles(m_tableBefore, m_table) : std::vector<BoundFile>();
    m_readingTook = threadBusyTime() - began + m_others.took();
    return status;
}

Status SocketJudge::read(const std::vector<DirectoryFile> &files, const MountTable &mounts)
{
    m_tableTime = now();
    m_search = NetNamespaces::Search::OfSockets;
    return take(readOnly(files, mounts));
}

Result<SocketTable> SocketJudge::readOnly(const std::vector<DirectoryFile> &files, const MountTable &mounts)
{
    if (const Status open = openDiag(); !open)
        return failure(open.error());
    std::vector<BoundFile> wanted;
    wanted.reserve(files.size());
    for (const DirectoryFile &file : files)
        wanted.push_back(boundFile(file.info, mounts));
    std::sort(wanted.begin(), wanted.end());
    auto table = SocketTable::read(*m_diag, wanted);
    if (!table)
        m_diag.reset();
    return table;
}

std::optional<FileSocket> SocketJudge::ask(const FileSocket &socket)
{
    constexpr quint32 show = SocketDiag::File | SocketDiag::Queues | SocketDiag::Name | SocketDiag::Uid;
    const auto answer = m_diag->ask(socket.inode, socket.cookie, show);
    if (!answer || !answer->has_value())
        return {};
    SocketTable one;
    one.add(**answer);
    one.finish();
    const FileSocket *found = one.at(socket.file);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

bool SocketJudge::lives(const FileSocket &socket)
{
    if (socket.network != 0)
        return m_others.lives(socket);
    if (!m_diag)
        return false;
    const auto found = m_diag->ask(socket.inode, socket.cookie, 0);
    return found && found->has_value();
}

bool SocketJudge::isGone(const Witness &witness, const BoundFile &file)
{
    // One of a network namespace that may not be entered is in no table, and cannot be asked for.
    const FileSocket *socket = witness.cookie == 0 ? nullptr : m_tableBefore.at(file);
    return socket != nullptr && socket->cookie == witness.cookie && !lives(*socket);
}

bool SocketJudge::takeVerdict(Verdict &verdict, const BoundFile &file, const SocketTable &table)
{
    if (const FileSocket *socket = table.at(file)) {
        verdict = verdictOf(*socket, table);
        return true;
    }
    verdict.clients = table.clientsAt(file);
    verdict.unread = table.unreadAt(file);
    return false;
}

Result<std::vector<Verdict>> SocketJudge::judge(std::vector<DirectoryFile> &files, const MountTable &mounts)
{
    std::set<FileIdentity> all;
    for (const DirectoryFile &file : files)
        all.insert(file.info.file);
    const auto isElsewhere = [&all](const FileIdentity &file) { return !all.contains(file); };
    std::erase_if(m_dead, isElsewhere);
    std::erase_if(m_missed, isElsewhere);
    return judgeSome(files, std::vector<Witness>(files.size()), mounts);
}

Result<std::vector<Verdict>> SocketJudge::judgeSome(
    std::vector<DirectoryFile> &files, const std::vector<Witness> &witnesses, const MountTable &mounts)
{
    std::vector<Verdict> verdicts(files.size());
    Doubts doubts;
    for (size_t i = 0; i < files.size(); ++i) {
        const FileInfo &info = files[i].info;
        if (info.kind() != FileKind::Socket)
            continue;
        const BoundFile file = boundFile(info, mounts);
        if (takeVerdict(verdicts[i], file, m_table))
            continue;
        if (m_dead.contains(info.file))
            verdicts[i].state = PipeState::Stale;
        else
            doubts.push_back({ i, m_missed.contains(info.file) || isGone(witnesses[i], file), age(info) > tick });
    }
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

void SocketJudge::look(Doubt &doubt, DirectoryFile &file, bool isEnough)
{
    const auto info = lookAt(AT_FDCWD, file.path());
    if (!info) {
        if (info.error().systemError == ENOENT)
            doubt.outcome = Doubt::Gone;
        return;
    }
    const bool isSame = info->file == file.info.file;
    file.info = *info;
    if (info->kind() != FileKind::Socket || (isSame && isEnough))
        doubt.outcome = Doubt::Settled;
    doubt.isSecond = doubt.isSecond && isSame;
    doubt.wasGrown = age(*info) > tick;
}

Status SocketJudge::settle(
    Doubts &doubts, std::vector<DirectoryFile> &files, const MountTable &mounts, std::vector<Verdict> &verdicts)
{
    for (int round = 1; round <= mostRounds; ++round) {
        bool anyOpen = false;
        for (Doubt &doubt : doubts) {
            if (doubt.outcome != Doubt::Open || verdicts[doubt.index].socketCookie != 0)
                continue;
            DirectoryFile &file = files[doubt.index];
            const bool isSecond = round >= fewestRounds || doubt.isSecond;
            const bool isSure = file.isHeld || doubt.wasGrown || round >= mostRounds - 1;
            look(doubt, file, isSecond && isSure);
            anyOpen = anyOpen || doubt.outcome == Doubt::Open;
        }
        if (!anyOpen || round == mostRounds)
            break;
        std::vector<DirectoryFile> open;
        for (const Doubt &doubt : doubts) {
            if (doubt.outcome == Doubt::Open)
                open.push_back(files[doubt.index]);
        }
        const auto table = readOnly(open, mounts); // beside the one that others are judged by
        if (!table)
            return failure(table.error());
        for (const Doubt &doubt : doubts) {
            const BoundFile file = boundFile(files[doubt.index].info, mounts);
            const FileSocket *socket = doubt.outcome == Doubt::Open ? table->at(file) : nullptr;
            const auto all = socket != nullptr ? ask(*socket) : std::nullopt;
            if (all)
                verdicts[doubt.index] = verdictOf(*all, table->clientsAt(file));
        }
    }
    return {};
}

void SocketJudge::judgeSettled(
    const Doubts &doubts, const std::vector<DirectoryFile> &files, const MountTable &mounts,
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
        m_missed.insert(file.info.file);
        if (!others)
            others = NetNamespaces::look(mounts, m_search);
        const NetNamespaces::Found found = others->at(boundFile(file.info, mounts), m_table);
        if (found.socket != nullptr) {
            verdict = verdictOf(*found.socket, verdict.clients.value_or(0) + found.clients);
        } else if (others->mayHold(file.fileName, file.info)) {
            verdict = Verdict{};
        } else {
            verdict.state = PipeState::Stale;
            verdict.clients = verdict.clients.value_or(0) + found.clients;
            if (age(file.info) > grown) {
                m_dead.insert(file.info.file);
                m_missed.erase(file.info.file);
            }
        }
    }
}

} // namespace pipeglass::catalog
