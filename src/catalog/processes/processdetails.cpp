// SPDX-License-Identifier: MIT
#include "catalog/processes/processdetails.h"

#include "catalog/kernel/procfs.h"

#include <array>

#include <unistd.h>

namespace pipeglass::catalog {

namespace {

std::optional<QByteArray> targetOf(const QByteArray &link)
{
    std::array<char, 4096> target; // PATH_MAX
    const ssize_t length = ::readlink(link.constData(), target.data(), target.size());
    return length < 0 ? std::nullopt : std::optional(QByteArray(target.data(), length));
}

} // namespace

ProcessDetails processDetails(pid_t pid)
{
    const QByteArray process = "/proc/" + QByteArray::number(pid);
    ProcessDetails details;
    details.pid = pid;
    details.commandLine = wordsOfCommandLine(readProcFile((process + "/cmdline").constData()).value_or(QByteArray()));
    details.executable = targetOf(process + "/exe");
    details.runtime = runtimeDirectoryFrom(readProcFile((process + "/maps").constData()).value_or(QByteArray()));
    return details;
}

std::vector<QByteArray> wordsOfCommandLine(QByteArrayView text)
{
    std::vector<QByteArray> words;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\0');
        words.push_back((end < 0 ? text : text.first(end)).toByteArray());
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return words;
}

std::optional<QByteArray> runtimeDirectoryFrom(QByteArrayView maps)
{
    // Same criterion as dotNetProcesses(); the kernel appends "(deleted)" to a deleted file.
    constexpr QByteArrayView library("/libcoreclr.so");
    for (qsizetype at = maps.indexOf(library); at >= 0; at = maps.indexOf(library, at + 1)) {
        const QByteArrayView rest = maps.sliced(at + library.size());
        if (!rest.isEmpty() && !rest.startsWith('\n') && !rest.startsWith(" (deleted)"))
            continue;
        const QByteArrayView line = maps.first(at).sliced(maps.first(at).lastIndexOf('\n') + 1);
        const qsizetype path = line.indexOf('/');
        return path < 0 ? QByteArray("/") : line.sliced(path).toByteArray();
    }
    return {};
}

QByteArray runtimeVersion(const QByteArray &directory)
{
    const QByteArray shared = "/shared/Microsoft.NETCore.App/";
    const qsizetype at = directory.lastIndexOf(shared);
    return at < 0 ? QByteArray() : directory.mid(at + shared.size());
}

} // namespace pipeglass::catalog
