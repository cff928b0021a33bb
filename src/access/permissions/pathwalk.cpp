// SPDX-License-Identifier: MIT
#include "access/permissions/pathwalk.h"

#include "access/accesstext.h"

#include <QList>

#include <array>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace pipeglass::access {

namespace {

constexpr int maxLinks = 40; // as in the kernel

class Walker {
public:
    Walker(const QByteArray &path, UniqueFd root)
        : m_root(std::move(root))
        , m_subject(path)
    {
        push(path);
    }

    Result<PathWalk> walk();

private:
    void push(const QByteArray &path);
    Status enterRoot();
    Status note(int fd);
    Status step(const QByteArray &name, bool last);
    Status followLink(int link, const QByteArray &name);
    Status followObjectLink(const QByteArray &name);

    UniqueFd m_root;
    UniqueFd m_here;
    FileId m_rootId;
    FileId m_hereId;
    QByteArray m_subject;
    QByteArray m_herePath;
    QList<QByteArray> m_pending; ///< remaining components, the next one last
    QList<FileId> m_seen;
    int m_links = 0;
    bool m_inOtherRoot = false; ///< the kernel has followed a link of /proc
    PathWalk m_result;
};

void Walker::push(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if (!part->isEmpty() && *part != ".")
            m_pending.append(*part);
    }
}

Status Walker::enterRoot()
{
    m_here = UniqueFd(::fcntl(m_root.get(), F_DUPFD_CLOEXEC, 0));
    m_herePath = "/";
    if (const Status noted = note(m_here.get()); !noted)
        return noted;
    m_rootId = m_hereId;
    return {};
}

/// Records the directory that is searched next.
Status Walker::note(int fd)
{
    const Result<AccessFacts> facts = readFacts(fd, m_subject);
    if (!facts)
        return failure(facts.error());
    m_hereId = facts->file.id;
    if (m_seen.contains(m_hereId))
        return {};
    m_seen.append(m_hereId);
    m_result.directories.push_back({ m_herePath, facts->permissions });
    return {};
}

/// Continues in the directory behind a link of /proc.
Status Walker::followObjectLink(const QByteArray &name)
{
    UniqueFd next(::openat(m_here.get(), name.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!next.isValid())
        return failure(pipeError(errno, m_subject));
    m_herePath += (m_herePath.endsWith('/') ? "" : "/") + name;
    m_here = std::move(next);
    m_inOtherRoot = true;
    m_seen.clear();
    m_result.directories.clear();
    const Status noted = note(m_here.get());
    m_rootId = m_hereId;
    return noted;
}

Status Walker::followLink(int link, const QByteArray &name)
{
    if (m_inOtherRoot)
        return failure(
            ErrorCode::Unsupported, m_subject,
            AccessText::tr(
                "a directory in the path is a symbolic link, which is not followed in another root directory"));
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlinkat(link, "", target.data(), target.size());
    if (size <= 0)
        return failure(pipeError(size < 0 ? errno : ENOENT, m_subject));
    if (++m_links > maxLinks)
        return failure(pipeError(ELOOP, m_subject));
    // In /proc, links with an absolute text are those to open objects (root, cwd, fd/N).
    struct statfs fileSystem { };
    if (target[0] == '/' && ::fstatfs(link, &fileSystem) == 0 && fileSystem.f_type == PROC_SUPER_MAGIC)
        return followObjectLink(name);
    push(QByteArray(target.data(), size));
    return target[0] == '/' ? enterRoot() : Status();
}

Status Walker::step(const QByteArray &name, bool last)
{
    if (name == ".." && m_hereId == m_rootId)
        return {};
    UniqueFd next(::openat(m_here.get(), name.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!next.isValid()) {
        m_result.stoppedBy = errno;
        return {};
    }
    if (last) {
        m_result.end = std::move(next);
        return {};
    }
    const Result<AccessFacts> facts = readFacts(next.get(), m_subject);
    if (!facts)
        return failure(facts.error());
    if (facts->kind == AccessFacts::Kind::Link)
        return followLink(next.get(), name);
    if (facts->kind != AccessFacts::Kind::Directory) {
        m_result.stoppedBy = ENOTDIR;
        return {};
    }
    if (name == "..")
        m_herePath.truncate(qMax<qsizetype>(m_herePath.lastIndexOf('/'), 1));
    else
        m_herePath += (m_herePath.endsWith('/') ? "" : "/") + name;
    m_here = std::move(next);
    return note(m_here.get());
}

Result<PathWalk> Walker::walk()
{
    if (const Status entered = enterRoot(); !entered)
        return failure(entered.error());
    while (!m_pending.isEmpty() && m_result.stoppedBy == 0) {
        const QByteArray name = m_pending.takeLast();
        if (const Status stepped = step(name, m_pending.isEmpty()); !stepped)
            return failure(stepped.error());
    }
    return std::move(m_result);
}

} // namespace

Result<PathWalk> walkPath(const QByteArray &path, int root)
{
    if (path.isEmpty() || path.contains('\0'))
        return failure(ErrorCode::InvalidName, path);
    UniqueFd top(root < 0 ? ::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC) : ::fcntl(root, F_DUPFD_CLOEXEC, 0));
    if (!top.isValid())
        return failure(pipeError(errno, path));
    std::array<char, PATH_MAX> here{};
    QByteArray whole = path;
    if (!path.startsWith('/')) {
        if (::getcwd(here.data(), here.size()) == nullptr)
            return failure(pipeError(errno, path));
        whole = QByteArray(here.data()) + '/' + path;
    }
    return Walker(whole, std::move(top)).walk();
}

QByteArray pathInside(const QByteArray &path)
{
    constexpr QByteArrayView proc("/proc/");
    constexpr QByteArrayView root("/root/");
    const qsizetype end = path.startsWith(proc) ? path.indexOf('/', proc.size()) : -1;
    return end > 0 && QByteArrayView(path).sliced(end).startsWith(root) ? path.sliced(end + root.size() - 1) : path;
}

} // namespace pipeglass::access
