// SPDX-License-Identifier: MIT
#include "cli/whocanconnect.h"

namespace pipeglass::cli {

QString whoCanConnect(FileMode mode, const QString &owner, const QString &group)
{
    const bool ownerMay = (mode.bits() & 0200U) != 0;
    const bool groupMay = (mode.bits() & 0020U) != 0;
    const bool othersMay = (mode.bits() & 0002U) != 0;
    const bool rootOwns = owner == QLatin1String("root"); // whom no bit stops
    const QString members = QStringLiteral("members of group %1").arg(group);

    if (othersMay) {
        const bool butOwner = !ownerMay && !rootOwns;
        if (groupMay)
            return butOwner ? QStringLiteral("Everybody but %1 can connect.").arg(owner)
                            : QStringLiteral("Everybody can connect.");
        return butOwner ? QStringLiteral("Everybody but %1 and %2 can connect.").arg(owner, members)
                        : QStringLiteral("Everybody but %1 can connect.").arg(members);
    }
    if (groupMay) {
        if (rootOwns)
            return QStringLiteral("Only root and %1 can connect.").arg(members);
        return ownerMay ? QStringLiteral("Only %1, %2 and root can connect.").arg(owner, members)
                        : QStringLiteral("Only root and %2 can connect, but not %1.").arg(owner, members);
    }
    if (ownerMay && !rootOwns)
        return QStringLiteral("Only %1 and root can connect.").arg(owner);
    return QStringLiteral("Only root can connect.");
}

} // namespace pipeglass::cli
