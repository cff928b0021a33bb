// SPDX-License-Identifier: MIT
#include "cleaning/reapers/reaper.h"

#include "cleaning/glob.h"
#include "core/clock.h"
#include "core/path.h"

#include <algorithm>

#include <sys/stat.h>

namespace pipeglass::cleaning {

namespace {

template <typename Values, typename Value>
bool contains(const Values &values, const Value &value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

bool ReaperRun::excludes(const QByteArray &path, const QByteArray &directory) const
{
    return std::any_of(excluded.begin(), excluded.end(), [&](const QByteArray &pattern) {
        const QByteArray whole = pattern.startsWith('/') ? pattern : directory + '/' + pattern;
        const std::vector<QByteArray> choices = expandBraces(simplified(whole));
        return std::any_of(
            choices.begin(), choices.end(), [&path](const QByteArray &choice) { return globMatches(choice, path); });
    });
}

bool ReaperRun::reaches(const Candidate &candidate, const QByteArray &directory) const
{
    // Upwards from the file: no directory on the way may be a mount point or excluded.
    QByteArray at = candidate.path;
    while (at != directory && at != "/") {
        if (contains(candidate.mountPoints, at) || at.endsWith("/lost+found") || excludes(at, directory))
            return false;
        at = directoryOf(at);
    }
    return at == directory && candidate.path != directory;
}

std::optional<Deletion> ReaperRun::deletion(
    const Candidate &candidate, const ProcNetUnixNames &live, qint64 bootNanoseconds, qint64 nowNanoseconds) const
{
    const bool isSocket = candidate.kind == catalog::FileKind::Socket;
    const bool takesKind = all || (cleaner == Cleaner::Tmpwatch && isSocket);
    const bool guarded = !force && candidate.uid == 0 && (candidate.mode.bits() & S_IWUSR) == 0;
    const bool inUse = askFuser && (!live || live->contains(candidate.path));
    const bool reached = std::any_of(directories.begin(), directories.end(), [this, &candidate](const QByteArray &one) {
        return reaches(candidate, one);
    });
    if (candidate.kind == catalog::FileKind::Other || !takesKind || guarded || inUse || !reached
        || contains(excludedUsers, candidate.uid))
        return {};

    qint64 newest = 0;
    if (byAccess)
        newest = std::max(newest, candidate.accessed);
    if (byChange)
        newest = std::max(newest, candidate.changed);
    if (byModification)
        newest = std::max(newest, candidate.modified);
    if (age > std::numeric_limits<qint64>::max() - newest)
        return {};
    if (isSocket && !all) {
        // Two seconds for the difference between clocks. Such a file is kept until the next boot.
        if (newest >= bootNanoseconds - 2 * nanosecondsPerSecond - age)
            return {};
        return Deletion{ cleaner, file, line, text, 0, false };
    }
    const qint64 left = newest + age - nowNanoseconds;
    return Deletion{ cleaner, file, line, text, left <= 0 ? 0 : (left - 1) / nanosecondsPerSecond + 1, false };
}

} // namespace pipeglass::cleaning
