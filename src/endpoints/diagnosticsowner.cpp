// SPDX-License-Identifier: MIT
#include "endpoints/diagnosticsowner.h"

#include <QList>

#include <algorithm>

namespace pipeglass::endpoints {

namespace {

/// Decimal digits only: no sign, no spaces.
std::optional<quint64> decimal(QByteArrayView text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    bool good = false;
    const quint64 value = text.toByteArray().toULongLong(&good);
    return good ? std::optional(value) : std::nullopt;
}

/// The part between `prefix` and `suffix`; empty if the name does not have both.
QByteArrayView between(QByteArrayView name, QByteArrayView prefix, QByteArrayView suffix)
{
    if (name.size() < prefix.size() + suffix.size() || !name.startsWith(prefix) || !name.endsWith(suffix))
        return {};
    return name.sliced(prefix.size(), name.size() - prefix.size() - suffix.size());
}

} // namespace

std::optional<DiagnosticsOwner> diagnosticsOwner(QByteArrayView fileName)
{
    for (const QByteArrayView middle :
         { between(fileName, "dotnet-diagnostic-dsrouter-", "-socket"),
           between(fileName, "dotnet-diagnostic-", "-socket"), between(fileName, "clr-debug-pipe-", "-in"),
           between(fileName, "clr-debug-pipe-", "-out") }) {
        const qsizetype dash = middle.indexOf('-');
        if (dash <= 0)
            continue;
        const std::optional<quint64> pid = decimal(middle.first(dash));
        const std::optional<quint64> startTime = decimal(middle.sliced(dash + 1));
        if (pid && startTime)
            return DiagnosticsOwner{ *pid, *startTime };
    }
    return {};
}

std::optional<quint64> startTimeOf(QByteArrayView stat)
{
    const qsizetype name = stat.lastIndexOf(')');
    if (name < 0)
        return {};
    // The first field after the name is field 3.
    constexpr qsizetype startTimeField = 22;
    constexpr qsizetype firstField = 3;
    const QList<QByteArray> fields = stat.sliced(name + 1).toByteArray().simplified().split(' ');
    return fields.size() > startTimeField - firstField ? decimal(fields[startTimeField - firstField]) : std::nullopt;
}

std::vector<quint64> namespacePids(QByteArrayView status)
{
    constexpr QByteArrayView label("\nNSpid:");
    const qsizetype at = status.indexOf(label);
    if (at < 0)
        return {};
    const QByteArrayView rest = status.sliced(at + label.size());
    const qsizetype end = rest.indexOf('\n');
    const QByteArrayView line = end < 0 ? rest : rest.first(end);
    std::vector<quint64> pids;
    for (const QByteArray &word : line.toByteArray().simplified().split(' ')) {
        const std::optional<quint64> pid = decimal(word);
        if (!pid)
            return {};
        pids.push_back(*pid);
    }
    return pids;
}

OwnerState ownerState(const DiagnosticsOwner &owner, const std::vector<RunningProcess> &processes, bool allProcesses)
{
    bool isSure = allProcesses;
    for (const RunningProcess &process : processes) {
        if (std::find(process.pids.begin(), process.pids.end(), owner.pid) == process.pids.end())
            continue;
        if (process.startTime == owner.startTime)
            return OwnerState::Running;
        if (!process.startTime)
            isSure = false;
    }
    return isSure ? OwnerState::Gone : OwnerState::Unknown;
}

} // namespace pipeglass::endpoints
