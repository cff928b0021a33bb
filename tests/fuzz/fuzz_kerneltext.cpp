// SPDX-License-Identifier: MIT
#include "catalog/kernel/directorywatch.h"
#include "catalog/kernel/mounttable.h"
#include "catalog/kernel/procfs.h"
#include "catalog/kernel/procunix.h"
#include "catalog/namespaces/namespacelabel.h"
#include "catalog/processes/dotnetprocesses.h"
#include "catalog/processes/processdetails.h"
#include "core/system/process.h"

#include <cstdint>

using namespace pipeglass::catalog;

/// The parsers of the kernel's texts, and of getdents64 and inotify records.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const MountTable mounts = MountTable::parse(bytes);
    for (const MountTable::Mount &mount : mounts.mounts)
        (void)mounts.find(mount.id);
    (void)parseProcUnix(bytes);
    (void)startTimeFrom(bytes);
    (void)parentFrom(bytes);
    (void)linkedInode(bytes, "socket");
    (void)linkedInode(bytes, "pipe");
    (void)pipeglass::processUidFrom(bytes);
    (void)wordsOfCommandLine(bytes);
    if (const auto runtime = runtimeDirectoryFrom(bytes))
        (void)runtimeVersion(*runtime);
    const qsizetype half = bytes.size() / 2;
    (void)pipeglass::programName(bytes.first(half), bytes.sliced(half), bytes);
    (void)namespaceLabel(bytes);
    (void)temporaryDirectoryFrom(bytes);
    (void)numberFrom(bytes);
    forEachName(bytes, [](QByteArrayView name) { return name.size() < 300; });
    forEachInotifyEvent(bytes, [](int, quint32, QByteArrayView name) { (void)name.size(); });
    return 0;
}
