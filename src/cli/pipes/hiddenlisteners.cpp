// SPDX-License-Identifier: MIT
#include "cli/pipes/hiddenlisteners.h"

#include "catalog/entries/pipename.h"
#include "cli/commandtext.h"
#include "core/path.h"

#include <algorithm>

namespace pipeglass::cli {

namespace {

std::vector<quint64> cookiesOf(const catalog::Snapshot &shown)
{
    std::vector<quint64> cookies;
    cookies.reserve(shown.entries.size());
    for (const catalog::PipeEntryPtr &pipe : shown.entries)
        cookies.push_back(pipe->socketCookie);
    std::sort(cookies.begin(), cookies.end());
    return cookies;
}

bool isMissing(const std::vector<quint64> &cookies, quint64 cookie)
{
    return !std::binary_search(cookies.begin(), cookies.end(), cookie);
}

} // namespace

size_t listenersElsewhere(catalog::Scanner &scanner, const catalog::Snapshot &shown)
{
    const std::vector<quint64> cookies = cookiesOf(shown);
    const auto &sockets = scanner.data().table.sockets();
    const bool isAnyMissing = std::any_of(sockets.begin(), sockets.end(), [&cookies](const catalog::FileSocket &one) {
        return one.state == catalog::PipeState::Listening && leafOf(one.name).startsWith(catalog::filePrefix)
            && isMissing(cookies, one.cookie);
    });
    if (!isAnyMissing)
        return 0;
    catalog::ScanOptions options;
    options.namespaces = true;
    const catalog::SnapshotPtr all = catalog::Scanner(std::move(options)).scan();
    return static_cast<size_t>(
        std::count_if(all->entries.begin(), all->entries.end(), [&cookies](const catalog::PipeEntryPtr &pipe) {
            return !pipe->namespaceLabel.isEmpty() && pipe->state == catalog::PipeState::Listening
                && isMissing(cookies, pipe->socketCookie);
        }));
}

QString elsewhereSentence(size_t count)
{
    return CommandText::tr(
        "%n more listen(s) in other mount namespaces; --namespaces shows them.", nullptr, static_cast<int>(count));
}

} // namespace pipeglass::cli
