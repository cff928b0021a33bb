// SPDX-License-Identifier: MIT
#include "cleaning/cleaners.h"

#include "cleaning/reapers/reaperoptions.h"
#include "core/clock.h"

#include <cstdlib>
#include <memory>

#include <pwd.h>
#include <sys/stat.h>

namespace pipeglass::cleaning {

namespace {

QByteArray resolved(const QByteArray &path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.constData(), nullptr), &std::free);
    return real ? QByteArray(real.get()) : QByteArray();
}

bool isLink(const QByteArray &path)
{
    struct stat facts { };
    return ::lstat(path.constData(), &facts) == 0 && S_ISLNK(facts.st_mode);
}

/// A rule can name a directory by a path with links; systemd does not follow a link in the last component.
void addAliases(TmpfilesConfiguration &configuration)
{
    for (const QByteArray &directory : configuration.agedDirectories()) {
        const QByteArray real = resolved(directory);
        if (!real.isEmpty() && real != directory && !isLink(directory))
            configuration.addAlias(directory, real);
    }
}

std::optional<uid_t> userOf(const QByteArray &name)
{
    const passwd *const entry = ::getpwnam(name.constData());
    return entry != nullptr ? std::optional(entry->pw_uid) : std::nullopt;
}

/// Resolves the run's directories. Both programs skip a directory that is itself a link ("/tmp/." is not one).
std::vector<QByteArray> realDirectories(const std::vector<QByteArray> &written)
{
    std::vector<QByteArray> real;
    for (const QByteArray &directory : written) {
        const QByteArray path = resolved(directory);
        if (directory.startsWith('/') && !path.isEmpty() && !isLink(directory))
            real.push_back(path);
    }
    return real;
}

} // namespace

Cleaners::Cleaners(const Machine &machine)
    : m_machine(machine)
    , m_timerActive(machine.tmpfilesTimerActive())
    , m_cronActive(machine.cronActive())
    , m_bootNanoseconds(Machine::bootNanoseconds())
{
    // Without the program, the configuration remains from a removed package.
    if (machine.programExists("systemd-tmpfiles")) {
        m_tmpfiles = TmpfilesConfiguration(machine.tmpfiles(), machine.tmpfilesContext());
        addAliases(m_tmpfiles);
    }
    const auto source = [&machine](const QByteArray &path) { return machine.read(path); };
    for (const ConfigurationFile &file : machine.cronFiles()) {
        for (ReaperRun &run : reaperRuns(file.path(), file.text, source, userOf)) {
            run.directories = realDirectories(run.directories);
            if (machine.programExists(run.cleaner == Cleaner::Tmpreaper ? "tmpreaper" : "tmpwatch"))
                m_reapers.push_back(std::move(run));
        }
    }
}

std::optional<Deletion> Cleaners::deletion(const QByteArray &path) const
{
    const Result<Candidate> candidate = examine(path);
    if (!candidate)
        return {};
    ProcNetUnixNames live;
    if (const std::optional<QByteArray> list = m_machine.socketList())
        live = procNetUnixNames(*list);
    return deletion(*candidate, live, wallTime().unixNanoseconds);
}

std::optional<Deletion>
Cleaners::deletion(const Candidate &candidate, const ProcNetUnixNames &live, qint64 nowNanoseconds) const
{
    std::optional<Deletion> first = m_tmpfiles.deletion(candidate, live, nowNanoseconds);
    if (first)
        first->scheduled = m_timerActive;
    for (const ReaperRun &run : m_reapers) {
        std::optional<Deletion> found = run.deletion(candidate, live, m_bootNanoseconds, nowNanoseconds);
        if (!found)
            continue;
        found->scheduled = m_cronActive;
        // Prefer a scheduled cleaner to one that is run by hand.
        const bool sooner = !first || (found->scheduled && !first->scheduled)
            || (found->scheduled == first->scheduled && found->inSeconds < first->inSeconds);
        if (sooner)
            first = found;
    }
    return first;
}

} // namespace pipeglass::cleaning
