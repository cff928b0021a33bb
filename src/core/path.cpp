// SPDX-License-Identifier: MIT
#include "core/path.h"

namespace pipeglass {

QByteArrayView leafOf(QByteArrayView path) { return path.sliced(path.lastIndexOf('/') + 1); }

QByteArray directoryOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArray("/") : path.first(slash);
}

QByteArray joinedPath(const QByteArray &directory, QByteArrayView leaf)
{
    QByteArray path;
    path.reserve(directory.size() + 1 + leaf.size());
    path.append(directory);
    if (!directory.endsWith('/'))
        path.append('/');
    return path.append(leaf);
}

QByteArray descriptorPath(int descriptor) { return "/proc/self/fd/" + QByteArray::number(descriptor); }

} // namespace pipeglass
