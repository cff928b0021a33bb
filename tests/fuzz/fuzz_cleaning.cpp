// SPDX-License-Identifier: MIT
// Any configuration, cron script, socket list and path: the result is consistent.
#include "cleaning/glob.h"
#include "cleaning/reapers/reaperoptions.h"
#include "cleaning/tmpfiles/exclusion.h"
#include "cleaning/tmpfiles/tmpfilesconfiguration.h"

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::cleaning;

namespace {

constexpr qint64 today = 1'800'000'000'000'000'000;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void check(const std::optional<Deletion> &deletion, const QByteArray &path)
{
    if (!deletion)
        return;
    require(deletion->inSeconds >= 0 && deletion->line > 0);
    require(!exclusionOf(path, *deletion).line.contains('\n'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    // The parts are separated by NUL: rules, a script, a socket list, a path.
    const QList<QByteArray> parts = input.split('\0');
    Candidate candidate;
    candidate.path = simplified("/tmp/" + parts.value(3));
    candidate.uid = 1000;
    candidate.mode = FileMode(0755);
    candidate.accessed = candidate.modified = candidate.changed = candidate.born = today / 2;

    const ProcNetUnixNames live = procNetUnixNames(parts.value(2));
    const TmpfilesContext context{ { { 't', "/run" }, { 'b', "b" } }, static_cast<int>(size % 2) * 252, {}, {} };
    const TmpfilesConfiguration configuration({ { "/etc/tmpfiles.d", "a.conf", parts.value(0) } }, context);
    check(configuration.deletion(candidate, live, today), candidate.path);

    const auto source = [&parts](const QByteArray &) { return parts.value(0); };
    for (ReaperRun run : reaperRuns("/etc/cron.d/a", parts.value(1), source, {})) {
        run.directories.emplace_back("/tmp");
        check(run.deletion(candidate, live, today - 1, today), candidate.path);
    }
    return 0;
}
