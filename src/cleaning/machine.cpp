// SPDX-License-Identifier: MIT
#include "cleaning/machine.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

#include <dirent.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace pipeglass::cleaning {

namespace {

constexpr qint64 largest = qint64{ 1 } << 20U;

constexpr std::array tmpfilesDirectories{ "/etc/tmpfiles.d", "/run/tmpfiles.d", "/usr/local/lib/tmpfiles.d",
                                          "/usr/lib/tmpfiles.d", "/lib/tmpfiles.d" };
constexpr std::array cronDirectories{ "/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly",
                                      "/etc/cron.d" };
constexpr std::array unitDirectories{ "/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system",
                                      "/usr/lib/systemd/system", "/lib/systemd/system" };

/// The names in a directory; empty if it cannot be read.
std::vector<QByteArray> namesIn(const QByteArray &directory)
{
    std::vector<QByteArray> names;
    DIR *const open = ::opendir(directory.constData());
    if (open == nullptr)
        return names;
    while (const dirent *entry = ::readdir(open)) {
        const QByteArray name(&entry->d_name[0]);
        if (!name.startsWith('.'))
            names.push_back(name);
    }
    ::closedir(open);
    std::sort(names.begin(), names.end());
    return names;
}

/// A value in the text of os-release, without quotes.
QByteArray releaseValue(const QByteArray &text, const QByteArray &key)
{
    for (const QByteArray &line : text.split('\n')) {
        if (!line.startsWith(key + '='))
            continue;
        QByteArray value = line.sliced(key.size() + 1).trimmed();
        const bool quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
        return quoted ? value.sliced(1, value.size() - 2) : value;
    }
    return {};
}

/// The processor in systemd's naming.
QByteArray architecture(QByteArray machine)
{
    if (machine == "x86_64")
        return "x86-64";
    if (machine == "aarch64")
        return "arm64";
    if (machine.size() == 4 && machine.startsWith('i') && machine.endsWith("86"))
        return "x86";
    if (machine.startsWith("armv"))
        return "arm";
    return machine.replace('_', '-');
}

/// systemd's version from the name of its library ("libsystemd-shared-252.so"); 0 if there is none.
int systemdVersion(const std::vector<QByteArray> &names)
{
    constexpr QByteArrayView before("libsystemd-shared-");
    for (const QByteArray &name : names) {
        if (!name.startsWith(before))
            continue;
        const QByteArray rest = name.sliced(before.size());
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c < '0' || c > '9'; });
        return rest.first(end - rest.begin()).toInt();
    }
    return 0;
}

} // namespace

Machine::Machine(QByteArray root)
    : m_root(std::move(root))
{
}

bool Machine::exists(const QByteArray &path) const
{
    struct stat facts { };
    return ::lstat((m_root + path).constData(), &facts) == 0;
}

QByteArray Machine::read(const QByteArray &path) const
{
    const QByteArray whole = m_root + path;
    struct stat facts { };
    // Opens regular files only, never a FIFO or device.
    if (::stat(whole.constData(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return {};
    QFile file(QFile::decodeName(whole));
    return file.open(QIODevice::ReadOnly) ? file.read(largest) : QByteArray();
}

std::vector<ConfigurationFile> Machine::filesIn(const QByteArray &directory) const
{
    std::vector<ConfigurationFile> files;
    for (const QByteArray &name : namesIn(m_root + directory))
        files.push_back({ directory, name, read(directory + '/' + name) });
    return files;
}

std::vector<ConfigurationFile> Machine::tmpfiles() const
{
    std::vector<ConfigurationFile> files;
    for (const char *directory : tmpfilesDirectories) {
        const std::vector<ConfigurationFile> more = filesIn(directory);
        files.insert(files.end(), more.begin(), more.end());
    }
    return files;
}

TmpfilesContext Machine::tmpfilesContext() const
{
    TmpfilesContext context;
    utsname names{};
    ::uname(&names);
    const QByteArray host(&names.nodename[0]);
    QByteArray release = read("/etc/os-release");
    if (release.isEmpty())
        release = read("/usr/lib/os-release");
    context.specifiers = {
        { 'a', architecture(&names.machine[0]) },
        { 'A', releaseValue(release, "IMAGE_VERSION") },
        { 'b', QSysInfo::bootUniqueId().replace("-", "") },
        { 'B', releaseValue(release, "BUILD_ID") },
        { 'C', "/var/cache" },
        { 'g', "root" },
        { 'G', "0" },
        { 'h', "/root" },
        { 'H', host },
        { 'l', host.split('.').first() },
        { 'L', "/var/log" },
        { 'M', releaseValue(release, "IMAGE_ID") },
        { 'o', releaseValue(release, "ID") },
        { 'S', "/var/lib" },
        { 't', "/run" },
        { 'T', "/tmp" },
        { 'u', "root" },
        { 'U', "0" },
        { 'v', &names.release[0] },
        { 'V', "/var/tmp" },
        { 'w', releaseValue(release, "VERSION_ID") },
        { 'W', releaseValue(release, "VARIANT_ID") },
    };
    // systemd ignores lines with %m if there is no machine id.
    if (const QByteArray id = read("/etc/machine-id").trimmed(); !id.isEmpty() && id != "uninitialized")
        context.specifiers['m'] = id;
    for (const QByteArray &directory :
         { QByteArray("/usr/lib/systemd"),
           "/usr/lib/" + QSysInfo::buildCpuArchitecture().toLatin1() + "-linux-gnu/systemd" }) {
        if (const int version = systemdVersion(namesIn(m_root + directory)); version > 0)
            context.systemdVersion = version;
    }
    context.userExists = [](const QByteArray &name) { return ::getpwnam(name.constData()) != nullptr; };
    context.groupExists = [](const QByteArray &name) { return ::getgrnam(name.constData()) != nullptr; };
    return context;
}

std::vector<ConfigurationFile> Machine::cronFiles() const
{
    std::vector<ConfigurationFile> files{ { "/etc", "crontab", read("/etc/crontab") } };
    for (const char *directory : cronDirectories) {
        const std::vector<ConfigurationFile> more = filesIn(directory);
        files.insert(files.end(), more.begin(), more.end());
    }
    return files;
}

bool Machine::unitMasked(const QByteArray &unit) const
{
    for (const char *directory : unitDirectories) {
        const QByteArray path = m_root + directory + '/' + unit;
        struct stat facts { };
        if (::lstat(path.constData(), &facts) != 0)
            continue;
        // The first unit file counts; a link to /dev/null or an empty file masks the unit.
        return ::stat(path.constData(), &facts) != 0 || S_ISCHR(facts.st_mode)
            || (S_ISREG(facts.st_mode) && facts.st_size == 0);
    }
    return true;
}

bool Machine::tmpfilesTimerActive() const
{
    const QByteArray timer("systemd-tmpfiles-clean.timer");
    // sd_booted() tests for this directory.
    if (!exists("/run/systemd/system") || unitMasked(timer) || unitMasked("systemd-tmpfiles-clean.service"))
        return false;
    return std::any_of(unitDirectories.begin(), unitDirectories.end(), [this, &timer](const char *directory) {
        return exists(directory + ("/timers.target.wants/" + timer));
    });
}

bool Machine::cronActive() const
{
    // Debian's cron, Fedora's cronie, busybox; or systemd, which starts anacron or cron if installed.
    return exists("/run/crond.pid") || exists("/run/cron.pid") || exists("/run/crond.reboot")
        || (exists("/run/systemd/system")
            && (programExists("cron") || programExists("crond") || programExists("anacron")));
}

bool Machine::programExists(const QByteArray &name) const
{
    constexpr std::array directories{ "/usr/sbin/", "/sbin/",           "/usr/bin/",
                                      "/bin/",      "/usr/local/sbin/", "/usr/local/bin/" };
    return std::any_of(directories.begin(), directories.end(), [this, &name](const char *directory) {
        return exists(directory + name);
    });
}

std::optional<QByteArray> Machine::socketList() const
{
    for (const char *path : { "/proc/1/net/unix", "/proc/net/unix" }) {
        QFile file(QFile::decodeName(m_root + path));
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

qint64 Machine::bootNanoseconds()
{
    constexpr qint64 perSecond = 1'000'000'000;
    timespec real{};
    timespec sinceBoot{};
    ::clock_gettime(CLOCK_REALTIME, &real);
    ::clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    return (real.tv_sec - sinceBoot.tv_sec) * perSecond + real.tv_nsec - sinceBoot.tv_nsec;
}

} // namespace pipeglass::cleaning
