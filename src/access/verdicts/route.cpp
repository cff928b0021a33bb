// SPDX-License-Identifier: MIT
#include "access/verdicts/route.h"

#include "core/system/procfile.h"

#include <cerrno>

#include <fcntl.h>

namespace pipeglass::access {

Route routeOf(const Subject &subject, const Target &target)
{
    Route route;
    if (!subject.pid || subject.isMe || !target.path.startsWith('/'))
        return route;
    const QByteArray link = procPath(*subject.pid, "root");
    const UniqueFd root(::open(link.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!root.isValid())
        return route;
    Result<PathWalk> walk = walkPath(pathInside(target.path), root.get());
    if (!walk)
        return route;
    route.directories = std::move(walk->directories);
    if (!target.reached || walk->stoppedBy == EACCES)
        return route; // the file there is unknown
    const Result<AccessFacts> facts =
        walk->end.isValid() ? readFacts(walk->end.get(), target.path) : failure(ErrorCode::NoSuchPipe, target.path);
    route.seesTheFile = facts && facts->file == target.facts.file;
    return route;
}

} // namespace pipeglass::access
