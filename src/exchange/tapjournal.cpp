// SPDX-License-Identifier: MIT
#include "exchange/tapjournal.h"

#include "core/files/fileaside.h"
#include "core/path.h"
#include "core/system/statedirectory.h"
#include "exchange/exchangetext.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::exchange {

namespace {

constexpr QByteArrayView journalSuffix(".tap");
constexpr qsizetype largestJournal = 4 * 1024 * 1024;
constexpr qsizetype longJournal = 64 * 1024;
constexpr mode_t othersMayWrite = 022;
constexpr int createAttempts = 5;

Error notPrivate(const QByteArray &path)
{
    return { ErrorCode::AccessDenied, 0, path,
             ExchangeText::tr("it has to belong to this user, and nobody else may write to it") };
}

/// Ours, of that type, and closed to others.
Status checkPrivate(int file, mode_t type, const QByteArray &path)
{
    struct stat status { };
    if (::fstat(file, &status) != 0)
        return failure(systemError(errno, path));
    const bool isPrivate =
        (status.st_mode & S_IFMT) == type && status.st_uid == ::geteuid() && (status.st_mode & othersMayWrite) == 0;
    return isPrivate ? Status() : failure(notPrivate(path));
}

bool hasName(int file)
{
    struct stat status { };
    return ::fstat(file, &status) == 0 && status.st_nlink > 0;
}

QByteArray newJournalLeaf()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0')
        + journalSuffix.toByteArray();
}

Result<QByteArray> readWhole(int file, const QByteArray &path)
{
    QByteArray text(largestJournal + 1, Qt::Uninitialized);
    const ssize_t size = ::pread(file, text.data(), static_cast<size_t>(text.size()), 0);
    if (size < 0)
        return failure(systemError(errno, path));
    if (size > largestJournal)
        return failure(ErrorCode::Unsupported, path, ExchangeText::tr("it is too large for the journal of a tap"));
    text.truncate(size);
    return text;
}

} // namespace

QByteArray tapDirectoryPath()
{
    const QByteArray state = stateDirectory();
    return state.isEmpty() ? state : state + "/taps";
}

std::vector<QByteArray> tapJournals(int directory)
{
    std::vector<QByteArray> leaves;
    UniqueFd own(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::unique_ptr<DIR, int (*)(DIR *)> names(::fdopendir(own.get()), ::closedir);
    if (!names)
        return leaves;
    (void)own.release();
    while (const dirent *name = ::readdir(names.get())) {
        if (QByteArrayView(&name->d_name[0]).endsWith(journalSuffix))
            leaves.emplace_back(&name->d_name[0]);
    }
    std::sort(leaves.begin(), leaves.end());
    return leaves;
}

Result<UniqueFd> openTapDirectory(bool make)
{
    const QByteArray path = tapDirectoryPath();
    if (path.isEmpty())
        return failure(
            ErrorCode::InvalidArgument, {},
            ExchangeText::tr("Without HOME or XDG_STATE_HOME in the environment there is no place for the journal of "
                             "taps, so nothing is tapped."));
    if (make) {
        std::error_code ignored;
        const QByteArray state = stateDirectory();
        std::filesystem::create_directories(directoryOf(state).constData(), ignored);
        ::mkdir(state.constData(), 0700);
        ::mkdir(path.constData(), 0700);
    }
    UniqueFd directory(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!directory.isValid()) {
        const Error error = make ? creationError(errno, path) : systemError(errno, path);
        return failure(errno == ENOTDIR || errno == ELOOP ? notPrivate(path) : error);
    }
    if (const Status good = checkPrivate(directory.get(), S_IFDIR, path); !good)
        return failure(good.error());
    return directory;
}

TapJournal::TapJournal(UniqueFd directory, QByteArray leaf, UniqueFd file, TapEntry entry)
    : m_directory(std::move(directory))
    , m_leaf(std::move(leaf))
    , m_file(std::move(file))
    , m_entry(std::move(entry))
{
}

Result<std::unique_ptr<TapJournal>> TapJournal::create(TapEntry entry)
{
    Result<UniqueFd> directory = openTapDirectory(true);
    if (!directory)
        return failure(directory.error());
    for (int attempt = 0; attempt < createAttempts; ++attempt) {
        const QByteArray leaf = newJournalLeaf();
        UniqueFd file(::openat(
            directory->get(), leaf.constData(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file.isValid())
            return failure(creationError(errno, joinedPath(tapDirectoryPath(), leaf)));
        // Before the lock is ours, a repair may take the empty file for a leftover.
        if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0 || !hasName(file.get()))
            continue;
        std::unique_ptr<TapJournal> journal(
            new TapJournal(*std::move(directory), leaf, std::move(file), std::move(entry)));
        if (const Status written = journal->append(headText(journal->m_entry)); !written) {
            (void)journal->remove();
            return failure(written.error());
        }
        return journal;
    }
    return failure(ErrorCode::InUse, tapDirectoryPath());
}

Result<TapJournal::Found> TapJournal::open(UniqueFd directory, const QByteArray &leaf)
{
    const QByteArray path = joinedPath(tapDirectoryPath(), leaf);
    // Without O_NONBLOCK a FIFO of that name would be waited for.
    UniqueFd file(::openat(directory.get(), leaf.constData(), O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.isValid())
        return failure(errno == ELOOP || errno == ENXIO ? notPrivate(path) : systemError(errno, path));
    if (const Status good = checkPrivate(file.get(), S_IFREG, path); !good)
        return failure(good.error());
    const bool isHeld = ::flock(file.get(), LOCK_EX | LOCK_NB) != 0;
    if (!hasName(file.get()))
        return failure(ErrorCode::NoSuchFile, path);
    const Result<QByteArray> text = readWhole(file.get(), path);
    if (!text)
        return failure(text.error());
    Found found{ nullptr, parseTapEntry(*text) };
    if (isHeld)
        return found;
    found.journal.reset(new TapJournal(std::move(directory), leaf, std::move(file), found.entry.value_or(TapEntry())));
    if (!text->isEmpty())
        return found;
    (void)found.journal->remove();
    return failure(ErrorCode::NoSuchFile, path);
}

QByteArray TapJournal::path() const { return joinedPath(tapDirectoryPath(), m_leaf); }

bool TapJournal::hasRival() const
{
    const std::vector<QByteArray> leaves = tapJournals(m_directory.get());
    return std::any_of(leaves.begin(), leaves.end(), [this](const QByteArray &leaf) {
        Result<UniqueFd> directory = openTapDirectory(false);
        if (leaf == m_leaf || !directory)
            return false;
        const Result<Found> found = open(*std::move(directory), leaf);
        return found && !found->journal && found->entry && found->entry->leaf == m_entry.leaf
            && found->entry->directoryFile == m_entry.directoryFile;
    });
}

Status TapJournal::append(const QByteArray &text)
{
    const ssize_t written = ::write(m_file.get(), text.constData(), static_cast<size_t>(text.size()));
    if (written != text.size())
        return failure(systemError(written < 0 ? errno : ENOSPC, path()));
    m_size += text.size();
    return {};
}

Status TapJournal::announce(const std::vector<QByteArray> &leaves)
{
    QByteArray text;
    for (const QByteArray &leaf : leaves)
        text += spareLine({ leaf, {} });
    return append(text);
}

Status TapJournal::add(const std::vector<TapSpare> &spares)
{
    QByteArray text;
    for (const TapSpare &spare : spares)
        text += spareLine(spare);
    m_entry.spares.insert(m_entry.spares.end(), spares.begin(), spares.end());
    if (m_size + text.size() > longJournal)
        return rewrite();
    if (const Status appended = append(text); !appended)
        return appended;
    if (::fdatasync(m_file.get()) != 0 || (!m_isNameSynced && ::fsync(m_directory.get()) != 0))
        return failure(systemError(errno, path()));
    m_isNameSynced = true;
    return {};
}

void TapJournal::forget(const QByteArray &leaf)
{
    std::erase_if(m_entry.spares, [&leaf](const TapSpare &spare) { return spare.leaf == leaf; });
    (void)append(goneLine(leaf)); // one line too few costs a repair a look at a name that is free
}

/// The old file stays until the new one is whole and locked.
Status TapJournal::rewrite()
{
    QByteArray text = headText(m_entry);
    for (const TapSpare &spare : m_entry.spares)
        text += spareLine(spare);
    const QByteArray leaf = m_leaf + ".new";
    UniqueFd file(::openat(
        m_directory.get(), leaf.constData(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isValid() || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
        return failure(creationError(errno, path()));
    std::swap(m_file, file);
    const qsizetype size = std::exchange(m_size, 0);
    Status status = append(text);
    if (status
        && (::fdatasync(m_file.get()) != 0
            || ::renameat(m_directory.get(), leaf.constData(), m_directory.get(), m_leaf.constData()) != 0))
        status = failure(systemError(errno, path()));
    if (!status) {
        std::swap(m_file, file);
        m_size = size;
        return status;
    }
    return ::fsync(m_directory.get()) == 0 ? Status() : failure(systemError(errno, path()));
}

Status TapJournal::remove()
{
    ::unlinkat(m_directory.get(), (m_leaf + ".new").constData(), 0);
    if (::unlinkat(m_directory.get(), m_leaf.constData(), 0) != 0 && errno != ENOENT)
        return failure(systemError(errno, path()));
    return {};
}

} // namespace pipeglass::exchange
