// SPDX-License-Identifier: MIT
#include "exchange/taprepair.h"

#include "exchange/exchangetext.h"
#include "exchange/giveback.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::exchange {

namespace {

constexpr int publicNameAttempts = 3;
/// A server that disposes its stream deletes the name a moment before it closes the socket.
constexpr int endingLooks = 10;
constexpr std::chrono::milliseconds betweenEndingLooks(10);

QString nameIsBack() { return ExchangeText::tr("its server has its name again"); }
QString serverEnded() { return ExchangeText::tr("its server has ended"); }
QString deadRemoved() { return ExchangeText::tr("sockets that nobody serves were left"); }
QString cannotDelete() { return ExchangeText::tr("a socket of the tap cannot be deleted"); }

} // namespace

TapRepair::TapRepair(TapEntry entry, RepairMode mode)
    : m_entry(std::move(entry))
    , m_mode(mode)
    , m_outcome{ m_entry.path(), RepairAction::None, {}, false, false }
{
}

RepairOutcome TapRepair::run()
{
    if (openDirectory()) {
        for (int attempt = 1; !repairPublicName() && attempt < publicNameAttempts; ++attempt) { }
        for (const TapSpare &spare : std::as_const(m_entry.spares)) {
            if (spare.leaf != m_exchanged)
                repairSpare(spare);
        }
        if (!m_living.empty()) {
            awaitEnds();
            restoreLiving();
        }
        if (m_outcome.reason.isEmpty())
            m_outcome.reason = ExchangeText::tr("nothing of it is left");
    }
    return std::move(m_outcome);
}

bool TapRepair::openDirectory()
{
    m_directory = UniqueFd(::open(m_entry.directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const int error = m_directory.isValid() ? 0 : errno;
    if (error == ENOENT || error == ENOTDIR) {
        m_outcome.reason = ExchangeText::tr("its directory is gone");
        return false;
    }
    const Result<FileFacts> facts = factsOf(m_directory.get());
    if (error != 0 || !facts) {
        left(ExchangeText::tr("its directory cannot be opened"));
        return false;
    }
    if (isSameDirectory(facts->file))
        return true;
    if (m_entry.machine != newTapEntry().machine)
        left(ExchangeText::tr("it was a tap on another machine"));
    else if (hasAnyName())
        left(ExchangeText::tr("its directory is another one now, so nothing in it is certainly the tap's"));
    else
        m_outcome.reason = ExchangeText::tr("its directory is another one now, and nothing of it is left");
    return false;
}

/// After a boot the same file system may have another device number.
bool TapRepair::isSameDirectory(const FileIdentity &there)
{
    const TapEntry now = newTapEntry();
    const FileIdentity &then = m_entry.directoryFile;
    if (now.machine != m_entry.machine)
        return false;
    if (there == then)
        return true;
    if (now.boot == m_entry.boot || there.id.inode != then.id.inode || there.birthNanoseconds != then.birthNanoseconds
        || there.birthNanoseconds == 0)
        return false;
    for (TapSpare &spare : m_entry.spares) {
        if (spare.file && spare.file->id.device == then.id.device)
            spare.file->id.device = there.id.device;
    }
    return true;
}

bool TapRepair::hasAnyName() const
{
    return std::any_of(m_entry.spares.begin(), m_entry.spares.end(), [this](const TapSpare &spare) {
        return openLeaf(m_directory.get(), spare.leaf).has_value();
    });
}

/// False where it changed while we looked.
bool TapRepair::repairPublicName()
{
    const Result<HeldSocket> there = holdSocket(m_directory.get(), m_entry.leaf);
    const auto ours = std::find_if(m_entry.spares.begin(), m_entry.spares.end(), [&there](const TapSpare &spare) {
        return there && spare.file == there->facts.file;
    });
    if (ours == m_entry.spares.end())
        return true;
    const Result<HeldSocket> server = holdSocket(m_directory.get(), ours->leaf);
    const bool isGone = !server || isDead(*server);
    m_exchanged = ours->leaf;
    if (m_mode == RepairMode::OnlyCheck) {
        done(isGone ? RepairAction::Removed : RepairAction::Restored, isGone ? serverEnded() : nameIsBack());
        return true;
    }
    if (!isGone) {
        const Result<GivenBack> given = giveBack(m_directory.get(), m_entry.leaf, ours->leaf, *ours->file);
        if (!given)
            left(ExchangeText::tr("the system does not let the name be exchanged"));
        else if (*given == GivenBack::Yes)
            done(RepairAction::Restored, nameIsBack());
        else
            m_exchanged.clear();
        return !m_exchanged.isEmpty();
    }
    if (server)
        remove(ours->leaf, server->facts.file);
    if (withdraw(m_directory.get(), m_entry.leaf, ours->leaf, *ours->file))
        done(RepairAction::Removed, serverEnded());
    else
        left(cannotDelete());
    return true;
}

bool TapRepair::isDead(const HeldSocket &socket)
{
    return m_probe.askSettled(m_directory.get(), socket.fd.get()).binding == catalog::Binding::None;
}

/// A spare that was announced only was never exchanged.
bool TapRepair::isOurs(const TapSpare &spare, const FileFacts &there) const
{
    if (!spare.file)
        return there.uid == ::geteuid();
    return std::any_of(
        m_entry.spares.begin(), m_entry.spares.end(), [&there](const TapSpare &one) { return one.file == there.file; });
}

void TapRepair::repairSpare(const TapSpare &spare)
{
    const Result<HeldSocket> there = holdSocket(m_directory.get(), spare.leaf);
    if (!there) {
        if (there.error().code != ErrorCode::NoSuchFile)
            left(ExchangeText::tr("something else has one of its names"));
        return;
    }
    if (isOurs(spare, there->facts) || isDead(*there)) {
        remove(spare.leaf, there->facts.file);
        done(RepairAction::Removed, deadRemoved());
    } else {
        m_living.push_back(spare.leaf);
    }
}

/// Of the sockets that are alive, waits a moment for those that are about to be closed.
void TapRepair::awaitEnds()
{
    for (int look = 0; look < endingLooks && m_mode == RepairMode::Repair; ++look) {
        std::erase_if(m_living, [this](const QByteArray &leaf) {
            const Result<HeldSocket> there = holdSocket(m_directory.get(), leaf);
            const bool isGone = !there || isDead(*there);
            if (there && isGone) {
                remove(leaf, there->facts.file);
                done(RepairAction::Removed, deadRemoved());
            }
            return isGone;
        });
        if (m_living.empty())
            return;
        std::this_thread::sleep_for(betweenEndingLooks);
    }
}

/// The newest first, which is the last.
void TapRepair::restoreLiving()
{
    for (; !m_living.empty(); m_living.pop_back()) {
        const Result<HeldSocket> there = holdSocket(m_directory.get(), m_living.back());
        const bool isAlive =
            there && m_probe.askSettled(m_directory.get(), there->fd.get()).binding == catalog::Binding::Stream;
        const bool isFree = !openLeaf(m_directory.get(), m_entry.leaf);
        if (!isAlive) {
            left(ExchangeText::tr("whether somebody serves a socket of its server cannot be told"));
        } else if (
            !isFree
            || (m_mode == RepairMode::Repair
                && moveToFreeName(m_directory.get(), m_living.back(), m_entry.leaf) != 0)) {
            left(ExchangeText::tr("its server is alive, but another socket has its name"));
        } else {
            done(RepairAction::Restored, nameIsBack());
            if (m_mode == RepairMode::OnlyCheck)
                return;
        }
    }
}

void TapRepair::remove(const QByteArray &leaf, const FileIdentity &file)
{
    if (m_mode == RepairMode::Repair && !removeAt(m_directory.get(), leaf, file))
        left(cannotDelete());
}

/// The greatest that was done, and why.
void TapRepair::done(RepairAction action, const QString &reason)
{
    if (m_outcome.isLeft || m_outcome.action == RepairAction::Restored)
        return;
    m_outcome.action = action;
    m_outcome.reason = reason;
}

void TapRepair::left(const QString &reason)
{
    m_outcome.isLeft = true;
    m_outcome.reason = reason;
}

} // namespace pipeglass::exchange
