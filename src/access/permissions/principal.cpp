// SPDX-License-Identifier: MIT
#include "access/permissions/principal.h"

#include "access/accesstext.h"
#include "access/subjects/account.h"
#include "core/system/accounts.h"

#include <algorithm>

namespace pipeglass::access {

Result<Principal> parsePrincipal(const QByteArray &text)
{
    if (text == "everyone")
        return Principal{ PrincipalKind::Everyone, 0 };
    if (text.startsWith("user:")) {
        return findUser(text.sliced(5)).map([](const Account &account) {
            return Principal{ PrincipalKind::User, account.uid };
        });
    }
    if (text.startsWith("group:"))
        return findGroup(text.sliced(6)).map([](gid_t gid) { return Principal{ PrincipalKind::Group, gid }; });
    return failure(ErrorCode::InvalidArgument, text, AccessText::tr("expected user:NAME, group:NAME, or everyone"));
}

QString nameOf(const Principal &who)
{
    switch (who.kind) {
    case PrincipalKind::User:
        return userName(who.id);
    case PrincipalKind::Group:
        return groupName(who.id);
    case PrincipalKind::Everyone:
        break;
    }
    return QStringLiteral("everyone");
}

QString words(const Principal &who)
{
    if (who.kind == PrincipalKind::Everyone)
        return nameOf(who);
    return QLatin1String(who.kind == PrincipalKind::User ? "user " : "group ") + nameOf(who);
}

QString shellName(const Principal &who)
{
    const QString name = nameOf(who);
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == QLatin1Char('_') || c == QLatin1Char('-')
            || c == QLatin1Char('.');
    });
    return plain && !name.startsWith(QLatin1Char('-')) ? name : QString::number(who.id);
}

} // namespace pipeglass::access
