// SPDX-License-Identifier: MIT
#include "exchange/exchangedname.h"

#include "core/path.h"
#include "exchange/exchangetext.h"
#include "exchange/giveback.h"
#include "exchange/tappable.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::exchange {

namespace {

/// Of spares that are kept. Doubled where more are needed within a second, the most where they ran out.
constexpr size_t fewestKeptSpares = 8;
constexpr qint64 soonMilliseconds = 1000;
/// So many are journaled together, and then ready for enter().
constexpr size_t sparesAtOnce = 32;
constexpr size_t mostKeptSpares = 256;

} // namespace

ExchangedName::ExchangedName(const catalog::ResolvedFile &server)
    : m_path(server.path)
    , m_directoryPath(directoryOf(server.path))
    , m_leaf(leafOf(server.path).toByteArray())
    , m_wantedSpares(fewestKeptSpares)
{
}

ExchangedName::~ExchangedName() { (void)leave(); }

Result<std::unique_ptr<ExchangedName>> ExchangedName::prepare(const catalog::ResolvedFile &server, Watching watching)
{
    if (server.kind != catalog::FileKind::Socket)
        return failure(ErrorCode::NotASocket, server.path);
    std::unique_ptr<ExchangedName> name(new ExchangedName(server));
    if (const Status opened = name->open(); !opened)
        return failure(opened.error());
    if (const Status tappable = checkTappable(name->m_directory.get(), name->m_leaf, name->m_path); !tappable)
        return failure(tappable.error());
    Status status = name->openJournal();
    if (status && watching == Watching::ByProcess)
        name->m_watcher =
            WatcherProcess::start("pipeglass-tap-watcher", name->m_journal->leaf()).value_or(WatcherProcess());
    if (status)
        status = name->makeSpares();
    if (status)
        status = name->canExchange();
    if (!status)
        return failure(status.error());
    name->m_watcher.awaitReady();
    return name;
}

Status ExchangedName::open()
{
    m_directory = UniqueFd(::open(m_directoryPath.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    return m_directory.isValid() ? Status() : failure(pipeError(errno, m_path));
}

Status ExchangedName::openJournal()
{
    const Result<FileFacts> directory = factsOf(m_directory.get());
    if (!directory)
        return failure(Error{ directory.error().code, directory.error().systemError, m_directoryPath, {} });
    TapEntry entry = newTapEntry();
    entry.directory = m_directoryPath;
    entry.directoryFile = directory->file;
    entry.leaf = m_leaf;
    Result<std::unique_ptr<TapJournal>> journal = TapJournal::create(std::move(entry));
    if (!journal)
        return failure(journal.error());
    m_journal = *std::move(journal);
    return m_journal->hasRival() ? failure(ErrorCode::TappedAlready, m_path) : Status();
}

/// Tried on two of our own.
Status ExchangedName::canExchange() const
{
    for (int round = 0; round < 2; ++round) { // the second puts them back
        const int error = exchangeNames(m_directory.get(), m_spares.at(0).leaf, m_spares.at(1).leaf);
        if (error == EINVAL || error == ENOSYS || error == EOPNOTSUPP)
            return failure(
                Error{ ErrorCode::Unsupported, error, m_path,
                       ExchangeText::tr("its file system cannot exchange two names; ext4, btrfs, xfs and tmpfs can: "
                                        "give both programs a TMPDIR on one of those") });
        if (error != 0)
            return failure(systemError(error, m_path));
    }
    return {};
}

std::optional<Spare> ExchangedName::takeSpare()
{
    if (m_spares.empty())
        return {};
    Spare spare = std::move(m_spares.front());
    m_spares.pop_front();
    return spare;
}

bool ExchangedName::isOurs(const FileIdentity &file) const
{
    return (m_current && m_current->ours == file)
        || std::any_of(m_earlier.begin(), m_earlier.end(), [&file](const Incarnation &one) { return one.ours == file; })
        || std::any_of(m_spares.begin(), m_spares.end(), [&file](const Spare &spare) { return spare.file == file; });
}

Result<std::optional<Entered>> ExchangedName::enter()
{
    const std::lock_guard lock(m_state);
    if (m_hasLeft)
        return std::nullopt;
    const Result<HeldSocket> there = holdSocket(m_directory.get(), m_leaf);
    if (!there) {
        const ErrorCode code = there.error().code;
        if (code == ErrorCode::NoSuchFile || code == ErrorCode::NotASocket)
            return std::nullopt;
        return failure(Error{ code, there.error().systemError, m_path, {} });
    }
    if (isOurs(there->facts.file))
        return std::nullopt;
    while (std::optional<Spare> spare = takeSpare()) {
        const Result<HeldSocket> own = holdSocket(m_directory.get(), spare->leaf);
        if (!own || own->facts.file != spare->file)
            continue; // a cleaner of /tmp, or a person, took it
        if (const Status copied = copyPermissions(*there, *own, m_path); !copied) {
            m_spares.push_front(*std::move(spare));
            return failure(copied.error());
        }
        return stepInFront(*std::move(spare), *there);
    }
    m_wantedSpares = mostKeptSpares;
    return failure(ErrorCode::NoSpareSocket, m_path);
}

Result<std::optional<Entered>> ExchangedName::stepInFront(Spare spare, const HeldSocket &there)
{
    const int directory = m_directory.get();
    if (const int error = exchangeNames(directory, spare.leaf, m_leaf); error != 0) {
        m_spares.push_front(std::move(spare));
        if (error == ENOENT)
            return std::nullopt;
        return failure(Error{
            error == EPERM || error == EACCES ? ErrorCode::TapNotPermitted : ErrorCode::System, error, m_path, {} });
    }
    Result<HeldSocket> server = holdSocket(directory, spare.leaf);
    Status status;
    // The server may have made the name anew, or changed its permissions, while we looked.
    if (server && !samePermissions(*server, there)) {
        const Result<HeldSocket> own = holdSocket(directory, m_leaf);
        if (own && own->facts.file == spare.file)
            status = copyPermissions(*server, *own, m_path);
    }
    if (!server || !status) {
        // What came out is no socket, or one whose permissions we cannot have: it gets its name back.
        if (exchangeNames(directory, spare.leaf, m_leaf) == ENOENT)
            (void)moveToFreeName(directory, m_leaf, spare.leaf);
        m_spares.push_front(std::move(spare));
        return status ? Result<std::optional<Entered>>() : failure(status.error());
    }
    if (m_current)
        m_earlier.push_back(*std::move(m_current));
    m_current = { spare.leaf, server->facts.file, spare.file };
    return Entered{ std::move(spare.socket), std::move(server->fd), server->facts.file };
}

/// The name is looked at without the lock, which enter() must not wait for.
std::optional<ExchangedName::Incarnation> ExchangedName::currentIfOurs() const
{
    const Result<UniqueFd> file = openLeaf(m_directory.get(), m_leaf);
    const Result<FileFacts> there = file ? factsOf(file->get()) : failure(file.error());
    const std::lock_guard lock(m_state);
    return !m_hasLeft && m_current && there && there->file == m_current->ours ? m_current : std::nullopt;
}

bool ExchangedName::leadsToUs() const { return currentIfOurs().has_value(); }

bool ExchangedName::wantsSpares() const
{
    const std::lock_guard lock(m_state);
    return m_spares.size() <= m_wantedSpares / 2 && !m_hasLeft;
}

void ExchangedName::wantMoreSparesIfSoon()
{
    const bool isSoon = m_refilled.isValid() && m_refilled.elapsed() < soonMilliseconds;
    m_refilled.start();
    const std::lock_guard lock(m_state);
    if (isSoon && m_spares.size() < m_wantedSpares)
        m_wantedSpares = std::min(2 * m_wantedSpares, mostKeptSpares);
}

bool ExchangedName::hasLeft() const
{
    const std::lock_guard lock(m_state);
    return m_hasLeft;
}

size_t ExchangedName::missingSpares() const
{
    const std::lock_guard lock(m_state);
    return m_wantedSpares - std::min(m_spares.size(), m_wantedSpares);
}

Status ExchangedName::makeSpares(Amount amount)
{
    Status status = makeSomeSpares();
    while (status && amount == Amount::All && missingSpares() > 0 && !hasLeft())
        status = makeSomeSpares();
    return status;
}

Status ExchangedName::makeSomeSpares()
{
    const std::lock_guard work(m_work);
    if (!m_journal)
        return {};
    wantMoreSparesIfSoon();
    std::vector<QByteArray> leaves(std::min(missingSpares(), sparesAtOnce));
    std::generate(leaves.begin(), leaves.end(), newSpareLeaf);
    Status status = m_journal->announce(leaves);
    // One that is not to be had now (the name is free) makes no difference: enter() looks again.
    const Result<HeldSocket> like = holdSocket(m_directory.get(), m_leaf);
    std::vector<Spare> spares;
    std::vector<TapSpare> written;
    for (size_t i = 0; status && i < leaves.size(); ++i) {
        Result<Spare> spare = makeSpare({ m_directory.get(), m_directoryPath }, leaves[i], like ? &*like : nullptr);
        if (!spare) {
            Error error = spare.error();
            if (error.subject == m_directoryPath)
                error.subject = m_path; // it is about the pipe's owner or permissions
            status = failure(error);
            break;
        }
        written.push_back({ spare->leaf, spare->file });
        spares.push_back(*std::move(spare));
    }
    if (status)
        status = m_journal->add(written);
    if (!status) {
        for (const Spare &spare : spares)
            (void)removeAt(m_directory.get(), spare.leaf, spare.file);
        return status;
    }
    const std::lock_guard lock(m_state);
    std::move(spares.begin(), spares.end(), std::back_inserter(m_spares));
    return {};
}

/// Whether somebody is bound to the server's earlier socket, or that cannot be told.
bool ExchangedName::isStillThere(catalog::BindProbe &probe, const Incarnation &earlier) const
{
    const Result<HeldSocket> server = holdSocket(m_directory.get(), earlier.leaf);
    if (!server)
        return server.error().code != ErrorCode::NoSuchFile;
    if (server->facts.file != earlier.server)
        return false; // whatever that is, it is not ours to delete
    return probe.askSettled(m_directory.get(), server->fd.get()).binding != catalog::Binding::None
        || !removeAt(m_directory.get(), earlier.leaf, earlier.server);
}

void ExchangedName::removeLeftovers()
{
    const std::lock_guard work(m_work);
    std::deque<Incarnation> candidates;
    const bool isOurs = leadsToUs();
    {
        const std::lock_guard lock(m_state);
        candidates = m_earlier;
        if (m_current && !isOurs)
            candidates.push_back(*m_current);
    }
    catalog::BindProbe probe;
    for (const Incarnation &one : candidates) {
        if (isStillThere(probe, one))
            continue;
        if (m_journal)
            m_journal->forget(one.leaf);
        const std::lock_guard lock(m_state);
        if (m_current && m_current->leaf == one.leaf)
            m_current.reset();
        std::erase_if(m_earlier, [&one](const Incarnation &other) { return other.leaf == one.leaf; });
    }
}

bool ExchangedName::stepBack(const FileIdentity &server)
{
    const std::lock_guard work(m_work);
    const std::optional<Incarnation> current = currentIfOurs();
    if (!current || current->server != server)
        return false;
    catalog::BindProbe probe;
    const Result<HeldSocket> held = holdSocket(m_directory.get(), current->leaf);
    if (!held || held->facts.file != server
        || probe.askSettled(m_directory.get(), held->fd.get()).binding != catalog::Binding::None)
        return false;
    const std::lock_guard lock(m_state);
    if (m_hasLeft || !m_current || m_current->leaf != current->leaf)
        return false;
    const Result<GivenBack> given = giveBack(m_directory.get(), m_leaf, m_current->leaf, m_current->ours);
    if (!given || *given != GivenBack::Yes)
        return false;
    if (m_journal)
        m_journal->forget(m_current->leaf);
    m_current.reset();
    return true;
}

Status ExchangedName::leave()
{
    const std::lock_guard work(m_work);
    const std::lock_guard lock(m_state);
    if (std::exchange(m_hasLeft, true))
        return {};
    Status status;
    bool isClean = true;
    if (m_current) {
        const Result<GivenBack> given = giveBack(m_directory.get(), m_leaf, m_current->leaf, m_current->ours);
        if (!given) // the journal and the watcher keep it for a repair
            return failure(Error{ given.error().code, given.error().systemError, m_path, {} });
        if (*given == GivenBack::NotOurs)
            isClean = removeAt(m_directory.get(), m_current->leaf, m_current->server);
        if (*given == GivenBack::ServerGone) {
            isClean = withdraw(m_directory.get(), m_leaf, m_current->leaf, m_current->ours);
            status = failure(
                ErrorCode::NoSuchFile, m_path, ExchangeText::tr("the server's socket was deleted during the tap"));
        }
    }
    if (!removeNames() || !isClean) {
        status = failure(ErrorCode::DeletionDenied, m_path);
    } else if (m_journal) {
        if (const Status removed = m_journal->remove(); !removed)
            status = removed;
    }
    m_journal.reset();
    m_watcher.end();
    return status;
}

/// All but those of the server as it is now.
bool ExchangedName::removeNames()
{
    bool isClean = true;
    for (const Incarnation &one : m_earlier)
        isClean = removeAt(m_directory.get(), one.leaf, one.server) && isClean;
    for (const Spare &spare : m_spares)
        isClean = removeAt(m_directory.get(), spare.leaf, spare.file) && isClean;
    m_spares.clear();
    return isClean;
}

} // namespace pipeglass::exchange
