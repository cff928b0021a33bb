// SPDX-License-Identifier: MIT
#include "access/changes/journal.h"

#include "access/accesstext.h"
#include "core/files/readfile.h"
#include "core/uniquefd.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::access {

namespace {

constexpr qsizetype largestJournal = 256 << 20;
constexpr off_t firstWindow = 1024; // one or two lines
constexpr mode_t privateFile = 0600;
constexpr mode_t privateDirectory = 0700;

/// Opens the journal and locks it.
Result<UniqueFd> lock(const QByteArray &path, int flags)
{
    UniqueFd fd(::open(path.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, privateFile));
    if (!fd.isValid() || ::flock(fd.get(), LOCK_EX) != 0)
        return failure(
            Error{ ErrorCode::System, errno, path, AccessText::tr("the journal of changes cannot be written") });
    return fd;
}

/// Searches backwards from the end, so that the whole file need not be read.
quint32 nextId(int fd)
{
    const off_t size = ::lseek(fd, 0, SEEK_END);
    for (off_t window = firstWindow;; window *= 8) {
        const off_t start = std::max<off_t>(size - window, 0);
        QByteArray end(size - start, Qt::Uninitialized);
        const ssize_t got = ::pread(fd, end.data(), static_cast<size_t>(end.size()), start);
        const auto last = lastId(end.first(std::max<ssize_t>(got, 0)));
        if (last || start == 0)
            return last.value_or(0) + 1;
    }
}

Status append(int fd, const QByteArray &path, QByteArray line)
{
    // A crash may have cut the last line off: start a new line.
    char last = '\n';
    const off_t size = ::lseek(fd, 0, SEEK_END);
    if (size > 0 && (::pread(fd, &last, 1, size - 1) != 1 || last != '\n'))
        line.prepend('\n');
    const ssize_t written = ::write(fd, line.constData(), static_cast<size_t>(line.size()));
    if (written != line.size() || ::fsync(fd) != 0)
        return failure(systemError(written < 0 ? errno : ENOSPC, path));
    return {};
}

Status makeDirectory(const QByteArray &directory)
{
    if (directory.isEmpty())
        return failure(
            ErrorCode::InvalidArgument, {},
            AccessText::tr(
                "Nothing was changed: without HOME or XDG_STATE_HOME in the environment there is no directory "
                "for the journal of changes."));
    std::error_code error;
    const std::filesystem::path path(directory.constData());
    if (std::filesystem::is_directory(path, error))
        return {};
    std::filesystem::create_directories(path.parent_path(), error);
    if (::mkdir(directory.constData(), privateDirectory) != 0 && errno != EEXIST)
        return failure(creationError(
            errno, directory, AccessText::tr("the journal of changes cannot be created, so nothing was changed")));
    return {};
}

Status mark(const QByteArray &path, quint32 id, QLatin1String what)
{
    const Result<UniqueFd> fd = lock(path, O_APPEND);
    return fd ? append(fd->get(), path, markLine(id, wallTime(), what)) : failure(fd.error());
}

} // namespace

Journal::Journal(const QByteArray &directory)
    : m_directory(directory)
    , m_path(directory.isEmpty() ? QByteArray() : directory + "/access-journal.jsonl")
{
}

Result<std::vector<ChangeEntry>> Journal::read() const
{
    if (m_path.isEmpty())
        return {};
    const UniqueFd fd(::open(m_path.constData(), O_RDONLY | O_CLOEXEC));
    if (!fd.isValid())
        return errno == ENOENT ? Result<std::vector<ChangeEntry>>() : failure(systemError(errno, m_path));
    return readWhole(fd.get(), largestJournal, m_path).map([](const QByteArray &text) { return parseJournal(text); });
}

Result<ChangeEntry> Journal::find(quint32 id) const
{
    const Result<std::vector<ChangeEntry>> entries = read();
    if (!entries)
        return failure(entries.error());
    const auto found = std::find_if(entries->rbegin(), entries->rend(), [id](const ChangeEntry &entry) {
        return !entry.undone && (id == 0 || entry.id == id);
    });
    if (found == entries->rend())
        return failure(ErrorCode::NothingToUndo, id == 0 ? m_path : QByteArray::number(id));
    return *found;
}

Result<quint32> Journal::add(const ChangeEntry &entry) const
{
    if (const Status made = makeDirectory(m_directory); !made)
        return failure(made.error());
    const Result<UniqueFd> fd = lock(m_path, O_APPEND | O_CREAT);
    if (!fd)
        return failure(fd.error());
    ChangeEntry numbered = entry;
    numbered.id = nextId(fd->get());
    if (const Status added = append(fd->get(), m_path, changeLine(numbered)); !added)
        return failure(added.error());
    return numbered.id;
}

Status Journal::markUndone(quint32 id) const { return mark(m_path, id, QLatin1String("undone")); }

Status Journal::markFailed(quint32 id) const { return mark(m_path, id, QLatin1String("failed")); }

Status Journal::updateKept(const ChangeEntry &entry) const
{
    const Result<UniqueFd> fd = lock(m_path, 0);
    if (!fd)
        return failure(fd.error());
    const Result<QByteArray> text = readWhole(fd->get(), largestJournal, m_path);
    if (!text)
        return failure(text.error());
    const QByteArray tail = keptTail(entry);
    qsizetype start = 0;
    while (start < text->size()) {
        const qsizetype found = text->indexOf('\n', start);
        const qsizetype end = found < 0 ? text->size() : found;
        const QByteArrayView line = QByteArrayView(*text).sliced(start, end - start);
        const std::vector<ChangeEntry> here = line.endsWith('}') ? parseJournal(line) : std::vector<ChangeEntry>();
        if (!here.empty() && here.front().id == entry.id && here.front().kept) {
            const ssize_t written =
                ::pwrite(fd->get(), tail.constData(), static_cast<size_t>(tail.size()), end - tail.size());
            return written == tail.size() ? Status() : failure(systemError(written < 0 ? errno : ENOSPC, m_path));
        }
        start = end + 1;
    }
    return failure(ErrorCode::NothingToUndo, QByteArray::number(entry.id));
}

} // namespace pipeglass::access
