// SPDX-License-Identifier: MIT
#include "catalog/kernel/directorywatch.h"

#include "core/sortunique.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <sys/inotify.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr quint32 watchedEvents = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
    | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

} // namespace

DirectoryWatch::DirectoryWatch(std::vector<QByteArray> directories, const NameFilter &filter, QObject *parent)
    : QObject(parent)
    , m_filter(filter)
    , m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    , m_inotifyError(m_inotify.isValid() ? 0 : errno)
{
    m_directories.reserve(directories.size());
    for (QByteArray &directory : directories)
        m_directories.push_back({ std::move(directory), -1, 0 });
    if (m_inotify.isValid()) {
        m_notifier = new QSocketNotifier(m_inotify.get(), QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &DirectoryWatch::read);
    }
    renew();
}

DirectoryWatch::~DirectoryWatch()
{
    // Delete the notifier before its descriptor is closed.
    delete m_notifier;
}

bool DirectoryWatch::renew()
{
    bool anyNew = false;
    for (Watched &directory : m_directories) {
        // Returns the existing watch for a directory that is already watched.
        const int descriptor =
            m_inotify.isValid() ? ::inotify_add_watch(m_inotify.get(), directory.path.constData(), watchedEvents) : -1;
        directory.error = descriptor >= 0 ? 0 : (m_inotify.isValid() ? errno : m_inotifyError);
        if (descriptor == directory.descriptor)
            continue;
        const int before = std::exchange(directory.descriptor, descriptor);
        anyNew = true;
        const bool shared = std::any_of(m_directories.begin(), m_directories.end(), [before](const Watched &other) {
            return other.descriptor == before;
        });
        if (before >= 0 && !shared)
            ::inotify_rm_watch(m_inotify.get(), before);
    }
    return anyNew;
}

bool DirectoryWatch::isComplete() const
{
    return std::all_of(
        m_directories.begin(), m_directories.end(), [](const Watched &directory) { return directory.descriptor >= 0; });
}

std::vector<Error> DirectoryWatch::problems() const
{
    std::vector<Error> problems;
    for (const Watched &directory : m_directories) {
        // The scan reports missing and unreadable directories.
        const bool isOurs = directory.error != ENOENT && directory.error != ENOTDIR && directory.error != EACCES;
        if (directory.error != 0 && isOurs)
            problems.push_back({ ErrorCode::NotWatched, directory.error, directory.path, {} });
    }
    return problems;
}

void DirectoryWatch::read()
{
    alignas(inotify_event) std::array<char, 16 * 1024> buffer; // NOLINT: the kernel fills it
    bool anyChange = false;
    while (true) {
        const ssize_t size = ::read(m_inotify.get(), buffer.data(), buffer.size());
        if (size <= 0)
            break;
        forEachInotifyEvent(
            { buffer.data(), size }, [this, &anyChange](int descriptor, quint32 what, QByteArrayView name) {
                if (!concerns(descriptor, what, name))
                    return;
                anyChange = true;
                note(descriptor, (what & IN_Q_OVERFLOW) != 0 ? QByteArrayView() : name);
            });
    }
    if (anyChange)
        Q_EMIT changed();
}

void DirectoryWatch::note(int descriptor, QByteArrayView name)
{
    constexpr size_t most = 1000;
    const auto watched = std::find_if(m_directories.begin(), m_directories.end(), [descriptor](const Watched &one) {
        return one.descriptor == descriptor;
    });
    m_changes.everything =
        m_changes.everything || name.isEmpty() || watched == m_directories.end() || m_changes.paths.size() >= most;
    if (!m_changes.everything)
        m_changes.paths.push_back(
            watched->path == "/" ? '/' + name.toByteArray() : watched->path + '/' + name.toByteArray());
}

DirectoryWatch::Changes DirectoryWatch::takeChanges()
{
    Changes changes = std::exchange(m_changes, {});
    sortUnique(changes.paths);
    return changes;
}

bool DirectoryWatch::concerns(int descriptor, quint32 what, QByteArrayView name)
{
    if ((what & IN_Q_OVERFLOW) != 0)
        return true;
    if ((what & IN_MOVE_SELF) != 0)
        ::inotify_rm_watch(m_inotify.get(), descriptor); // it would follow the directory after a rename
    if ((what & (IN_MOVE_SELF | IN_IGNORED)) != 0) {
        const auto directory =
            std::find_if(m_directories.begin(), m_directories.end(), [descriptor](const Watched &watched) {
                return watched.descriptor == descriptor;
            });
        if (directory == m_directories.end())
            return false; // removed by renew()
        for (Watched &watched : m_directories) {
            if (watched.descriptor == descriptor)
                watched.descriptor = -1;
        }
        return true;
    }
    return name.isEmpty() || m_filter.mayMatch(name, {});
}

void forEachInotifyEvent(
    QByteArrayView bytes, const std::function<void(int descriptor, quint32 what, QByteArrayView name)> &visit)
{
    constexpr qsizetype head = sizeof(inotify_event);
    while (bytes.size() >= head) {
        inotify_event event{};
        std::memcpy(&event, bytes.data(), sizeof(event));
        if (event.len > bytes.size() - head)
            return;
        const char *name = bytes.data() + head;
        visit(event.wd, event.mask, { name, static_cast<qsizetype>(::strnlen(name, event.len)) });
        bytes = bytes.sliced(head + event.len);
    }
}

} // namespace pipeglass::catalog
