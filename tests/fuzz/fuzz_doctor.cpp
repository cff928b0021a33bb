// SPDX-License-Identifier: MIT
// Any text is an error of a pipe or not, and any memory has paths or not.
#include "doctor/errors/dotneterror.h"
#include "doctor/facts/searchedpaths.h"

#include <cstdlib>

using namespace pipeglass;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto error = doctor::findDotNetError(QString::fromUtf8(input));
    if (error && !error->path.isEmpty() && error->name.isEmpty() && !error->path.endsWith('/')
        && !error->path.endsWith("CoreFxPipe_"))
        std::abort();
    std::set<QByteArray> paths;
    doctor::addSearchedPaths(input, paths);
    for (const QByteArray &path : paths) {
        if (!path.startsWith('/') || !path.contains("CoreFxPipe_"))
            std::abort();
    }
    return 0;
}
