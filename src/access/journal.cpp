// SPDX-License-Identifier: MIT
#include "access/journal.h"

#include "core/uniquefd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::access {

namespace {

constexpr mode_t privateFile = 0600;
constexpr mode_t privateDirectory = 0700;

/// The journal while we have it for ourselves.
struct Locked {
    UniqueFd fd;
    QByteArray text;
};

Result<QByteArray> readAll(int fd, const QByteArray &path)
{
    QByteArray text;
    std::array<char, 65536> buffer{};
    while (true) {
        const ssize_t size = ::read(fd, buffer.data(), buffer.size());
        if (size < 0)
            return failure(systemError(errno, path));
        if (size == 0)
            return text;
        text.append(buffer.data(), size);
    }
}

Result<Locked> lock(const QByteArray &path, int flags)
{
    Locked locked;
    locked.fd = UniqueFd(::open(path.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, privateFile));
    if (!locked.fd.isValid() || ::flock(locked.fd.get(), LOCK_EX) != 0)
        return failure(
            ErrorCode::System, path, QStringLiteral("the journal of changes cannot be written, so nothing is changed"));
    Result<QByteArray> text = readAll(locked.fd.get(), path);
    if (!text)
        return failure(text.error());
    locked.text = *text;
    return locked;
}

Status append(const Locked &locked, const QByteArray &path, QByteArray line)
{
    // A crash may have cut the last line off: what follows starts on one of its own.
    if (!locked.text.isEmpty() && !locked.text.endsWith('\n'))
        line.prepend('\n');
    const ssize_t written = ::write(locked.fd.get(), line.constData(), static_cast<size_t>(line.size()));
    if (written != line.size() || ::fsync(locked.fd.get()) != 0)
        return failure(systemError(written < 0 ? errno : ENOSPC, path));
    return {};
}

Status makeDirectory(const QByteArray &directory)
{
    std::error_code error;
    const std::filesystem::path path(directory.constData());
    if (std::filesystem::is_directory(path, error))
        return {};
    std::filesystem::create_directories(path.parent_path(), error);
    if (::mkdir(directory.constData(), privateDirectory) != 0 && errno != EEXIST)
        return failure(systemError(
            errno, directory, QStringLiteral("the journal of changes cannot be made, so nothing is changed")));
    return {};
}

Status mark(const QByteArray &path, quint32 id, QLatin1String what)
{
    const Result<Locked> locked = lock(path, O_APPEND);
    return locked ? append(*locked, path, markLine(id, now(), what)) : failure(locked.error());
}

} // namespace

QByteArray Journal::defaultDirectory()
{
    QByteArray state = qgetenv("XDG_STATE_HOME");
    if (!state.startsWith('/'))
        state = qgetenv("HOME") + "/.local/state";
    return state + "/pipeglass";
}

Journal::Journal(const QByteArray &directory)
    : m_directory(directory)
    , m_path(directory + "/access-journal.jsonl")
{
}

Result<std::vector<ChangeEntry>> Journal::read() const
{
    const UniqueFd fd(::open(m_path.constData(), O_RDONLY | O_CLOEXEC));
    if (!fd.isValid())
        return errno == ENOENT ? Result<std::vector<ChangeEntry>>() : failure(systemError(errno, m_path));
    return readAll(fd.get(), m_path).map([](const QByteArray &text) { return parseJournal(text); });
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
    const Result<Locked> locked = lock(m_path, O_APPEND | O_CREAT);
    if (!locked)
        return failure(locked.error());
    ChangeEntry numbered = entry;
    numbered.id = nextId(locked->text);
    if (const Status added = append(*locked, m_path, changeLine(numbered)); !added)
        return failure(added.error());
    return numbered.id;
}

Status Journal::markUndone(quint32 id) const { return mark(m_path, id, QLatin1String("undone")); }

Status Journal::markFailed(quint32 id) const { return mark(m_path, id, QLatin1String("failed")); }

Status Journal::updateKept(const ChangeEntry &entry) const
{
    const Result<Locked> locked = lock(m_path, 0);
    if (!locked)
        return failure(locked.error());
    const QByteArray tail = keptTail(entry);
    qsizetype start = 0;
    while (start < locked->text.size()) {
        const qsizetype found = locked->text.indexOf('\n', start);
        const qsizetype end = found < 0 ? locked->text.size() : found;
        const QByteArrayView line = QByteArrayView(locked->text).sliced(start, end - start);
        const std::vector<ChangeEntry> here = line.endsWith('}') ? parseJournal(line) : std::vector<ChangeEntry>();
        if (!here.empty() && here.front().id == entry.id && here.front().kept) {
            const ssize_t written =
                ::pwrite(locked->fd.get(), tail.constData(), static_cast<size_t>(tail.size()), end - tail.size());
            return written == tail.size() ? Status() : failure(systemError(written < 0 ? errno : ENOSPC, m_path));
        }
        start = end + 1;
    }
    return failure(ErrorCode::NothingToUndo, QByteArray::number(entry.id));
}

} // namespace pipeglass::access
