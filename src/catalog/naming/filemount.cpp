// SPDX-License-Identifier: MIT
#include "catalog/naming/filemount.h"

#include "catalog/kernel/procfs.h"
#include "catalog/naming/symboliclink.h"

#include <QList>

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeglass::catalog {

QByteArray mountRoot(QByteArrayView mountInfo, quint64 mountId)
{
    constexpr qsizetype rootField = 3; // fields before: id, parent, device
    const QByteArray id = QByteArray::number(mountId) + ' ';
    while (!mountInfo.isEmpty()) {
        const qsizetype end = mountInfo.indexOf('\n');
        const QByteArrayView line = end < 0 ? mountInfo : mountInfo.first(end);
        if (line.startsWith(id))
            return line.toByteArray().split(' ').value(rootField);
        mountInfo = end < 0 ? QByteArrayView() : mountInfo.sliced(end + 1);
    }
    return {};
}

QByteArray deletedMountRoot(int fd, const QByteArray &path)
{
    struct statx status { };
    if (::statx(fd, "", AT_EMPTY_PATH | AT_NO_AUTOMOUNT, STATX_MNT_ID, &status) != 0
        || (status.stx_mask & STATX_MNT_ID) == 0 || (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) == 0)
        return {};
    const QByteArray prefix = rootPrefix(path); // "/proc/PID/root"
    const QByteArray process =
        prefix.isEmpty() ? QByteArray("/proc/self") : prefix.chopped(qsizetype(sizeof "/root") - 1);
    const QByteArray text = readProcFile((process + "/mountinfo").constData()).value_or(QByteArray());
    QByteArray root = mountRoot(text, status.stx_mnt_id);
    return root.endsWith("//deleted") ? root : QByteArray();
}

} // namespace pipeglass::catalog
