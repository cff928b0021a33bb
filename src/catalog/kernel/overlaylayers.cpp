// SPDX-License-Identifier: MIT
#include "catalog/kernel/overlaylayers.h"

#include "catalog/kernel/mounttable.h"
#include "catalog/kernel/procfs.h"
#include "core/uniquefd.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeglass::catalog {

namespace {

std::optional<FileId> idOf(const struct stat &status) { return FileId{ status.st_dev, status.st_ino }; }

std::optional<FileId> idAt(const QByteArray &path)
{
    struct stat status { };
    return ::stat(path.constData(), &status) == 0 ? idOf(status) : std::nullopt;
}

std::optional<FileId> idOf(int descriptor)
{
    struct stat status { };
    return ::fstat(descriptor, &status) == 0 ? idOf(status) : std::nullopt;
}

} // namespace

OverlayLayers OverlayLayers::read()
{
    OverlayLayers all;
    std::set<FileId> namespaces;
    const auto take = [&all, &namespaces](const QByteArray &process, const QByteArray &root) {
        const auto mountNamespace = idAt(process + "/ns/mnt");
        if (!mountNamespace || !namespaces.insert(*mountNamespace).second)
            return;
        const auto text = readProcFile((process + "/mountinfo").constData());
        for (const QByteArray &layer : MountTable::parse(text.value_or(QByteArray())).overlayLayers) {
            if (const auto id = idAt(root + layer))
                all.m_layers.insert(*id);
        }
    };
    take("/proc/self", {});
    for (const pid_t pid : processIds()) {
        const QByteArray process = "/proc/" + QByteArray::number(pid);
        take(process, process + "/root");
    }
    return all;
}

bool OverlayLayers::contain(int directory) const
{
    if (m_layers.empty())
        return false;
    constexpr int maxLevels = 4096;
    auto id = idOf(directory);
    UniqueFd parent;
    for (int level = 0; id && level < maxLevels; ++level) {
        if (m_layers.contains(*id))
            return true;
        parent = UniqueFd(
            ::openat(parent.isValid() ? parent.get() : directory, "..", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        const auto above = idOf(parent.get());
        if (above == id)
            return false; // the root
        id = above;
    }
    return true;
}

} // namespace pipeglass::catalog
