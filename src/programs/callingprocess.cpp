// SPDX-License-Identifier: MIT
#include "programs/callingprocess.h"

#include "core/path.h"
#include "core/system/processdescriptor.h"
#include "core/system/procfile.h"

#include <QList>

#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace pipeglass::programs {

namespace {

/// The lines of /proc/PID/status that decide what a process may open.
QByteArray rightsIn(const QByteArray &status)
{
    QByteArray rights;
    for (const QByteArray &line : status.split('\n')) {
        if (line.startsWith("Uid:") || line.startsWith("Gid:") || line.startsWith("Groups:")
            || line.startsWith("CapEff:"))
            rights += line.trimmed() + '\n';
    }
    return rights;
}

pid_t threadGroupIn(const QByteArray &status)
{
    const qsizetype at = status.indexOf("\nTgid:");
    return at < 0 ? 0 : status.mid(at + 6, status.indexOf('\n', at + 1) - at - 6).trimmed().toInt();
}

bool isSameFile(const char *one, const char *other)
{
    struct stat a { };
    struct stat b { };
    return ::stat(one, &a) == 0 && ::stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

} // namespace

CallingProcess::CallingProcess(pid_t thread)
    : m_thread(thread)
{
    if (thread <= 0)
        return;
    if (const auto status = readProc(thread, "status")) {
        m_pid = threadGroupIn(*status);
        m_rights = rightsIn(*status);
    }
}

bool CallingProcess::seesWhatWeSee() const
{
    return m_rights == rightsIn(readProc(::gettid(), "status").value_or(QByteArray()))
        && isSameFile(procPath(m_thread, "root").constData(), "/")
        && isSameFile(procPath(m_thread, "ns/mnt").constData(), "/proc/thread-self/ns/mnt");
}

UniqueFd CallingProcess::duplicate(int descriptor) const
{
    const UniqueFd process = openProcess(m_pid);
    return process.isValid() ? copyOfDescriptor(process, descriptor) : UniqueFd();
}

std::optional<QByteArray> CallingProcess::memory(quint64 address, size_t size) const
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    const iovec to{ bytes.data(), size };
    const iovec from{ reinterpret_cast<void *>(address), size }; // NOLINT(performance-no-int-to-ptr): theirs
    if (::process_vm_readv(m_pid, &to, 1, &from, 1, 0) != static_cast<ssize_t>(size))
        return std::nullopt;
    return bytes;
}

QByteArray CallingProcess::absolutePath(const QByteArray &path) const
{
    if (path.startsWith('/'))
        return path;
    return joinedPath(readProcLink(m_thread, "cwd").value_or(QByteArray("/")), path);
}

bool CallingProcess::isPipeDirectory(const QByteArray &directory) const
{
    if (isSameFile(directory.constData(), "/tmp"))
        return true;
    for (const QByteArray &entry : readProc(m_pid, "environ").value_or(QByteArray()).split('\0')) {
        if (entry.startsWith("TMPDIR="))
            return entry.size() > 7 && isSameFile(directory.constData(), absolutePath(entry.mid(7)).constData());
    }
    return false;
}

} // namespace pipeglass::programs
