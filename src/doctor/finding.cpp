// SPDX-License-Identifier: MIT
#include "doctor/finding.h"

namespace pipeglass::doctor {

bool Finding::isSameAs(const Finding &other) const
{
    const auto pidOf = [](const QList<ProcessInfo> &list) { return list.isEmpty() ? pid_t{ 0 } : list.front().pid; };
    const bool isAboutProcess = id == FindingId::OtherDirectory || id == FindingId::Unread
        || id == FindingId::GroupMissing || id == FindingId::Orphaned || id == FindingId::TakenOver;
    const auto subject = [&](const Finding &one) {
        if (!isAboutProcess)
            return pid_t{ 0 };
        if (!one.processes.isEmpty() || !one.pipe)
            return pidOf(one.processes);
        return pidOf(one.pipe->server.value_or(QList<ProcessInfo>()));
    };
    return id == other.id && path == other.path && subject(*this) == subject(other);
}

QLatin1String word(FindingId id)
{
    switch (id) {
    case FindingId::Stale:
        return QLatin1String("stale");
    case FindingId::TakenOver:
        return QLatin1String("taken-over");
    case FindingId::Orphaned:
        return QLatin1String("orphaned");
    case FindingId::ShutDown:
        return QLatin1String("shut-down");
    case FindingId::Cleaner:
        return QLatin1String("cleaner");
    case FindingId::WaitingClient:
        return QLatin1String("waiting-client");
    case FindingId::Unread:
        return QLatin1String("unread");
    case FindingId::BacklogFull:
        return QLatin1String("backlog-full");
    case FindingId::AclMask:
        return QLatin1String("acl-mask");
    case FindingId::GroupMissing:
        return QLatin1String("group-missing");
    case FindingId::OtherDirectory:
        return QLatin1String("other-directory");
    case FindingId::PathTooLong:
        return QLatin1String("path-too-long");
    case FindingId::NameInUse:
        return QLatin1String("name-in-use");
    case FindingId::RuntimeLeftover:
        break;
    }
    return QLatin1String("runtime-leftover");
}

QLatin1String word(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QLatin1String("error");
    case Severity::Warning:
        return QLatin1String("warning");
    case Severity::Note:
        break;
    }
    return QLatin1String("note");
}

} // namespace pipeglass::doctor
