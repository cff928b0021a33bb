// SPDX-License-Identifier: MIT
#include "doctor/errors/explanation.h"

#include "catalog/entries/pipename.h"
#include "catalog/naming/connectproblem.h"
#include "catalog/naming/similarnames.h"
#include "catalog/scanning/scanner.h"
#include "core/path.h"

#include <algorithm>

namespace pipeglass::doctor {

using catalog::PipeEntry;
using catalog::PipeEntryPtr;

namespace {

/// The row with a file is what clients meet.
template <typename IsMeant>
PipeEntryPtr bestRow(const catalog::Snapshot &all, IsMeant isMeant)
{
    PipeEntryPtr best;
    for (const PipeEntryPtr &pipe : all.entries) {
        if (isMeant(*pipe) && (!best || (pipe->hasFile && !best->hasFile)))
            best = pipe;
    }
    return best;
}

catalog::SnapshotPtr scanAll()
{
    catalog::ScanOptions options;
    options.scope = catalog::Scope::All;
    options.namespaces = true;
    return catalog::Scanner(std::move(options)).scan();
}

catalog::SnapshotPtr scanDirectory(const QByteArray &directory)
{
    catalog::ScanOptions options;
    options.directories = { directory };
    options.scope = catalog::Scope::All;
    return catalog::Scanner(std::move(options)).scan();
}

bool concernsAccess(DotNetErrorId id)
{
    return id == DotNetErrorId::PermissionDenied || id == DotNetErrorId::CurrentUserOnly;
}

} // namespace

Explanation explain(DotNetError error, const access::Subject *client)
{
    Explanation explanation;
    if (error.path.isEmpty() && !error.name.isEmpty())
        error.path = catalog::pathForName(error.name).value_or(QByteArray());
    explanation.error = error;
    if (error.path.isEmpty())
        return explanation;
    const catalog::SnapshotPtr near = scanDirectory(directoryOf(error.path));
    explanation.pipe = bestRow(*near, [&error](const PipeEntry &pipe) { return pipe.path() == error.path; });
    if (!explanation.pipe) {
        explanation.elsewhere = catalog::similarNames(*scanAll(), error.path);
        return explanation;
    }
    explanation.problem = catalog::connectProblem(*explanation.pipe, near->entries, {});
    if (concernsAccess(error.id) && explanation.pipe->hasFile) {
        const auto target = access::readTarget(access::PipeFile::of(*explanation.pipe));
        const Result<access::Subject> subject = client != nullptr ? *client : access::me();
        if (target && subject)
            explanation.access = access::ask(*target, *subject);
    }
    return explanation;
}

} // namespace pipeglass::doctor
