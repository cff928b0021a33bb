// SPDX-License-Identifier: MIT
#include "access/changewords.h"

#include "app/windowtext.h"
#include "core/accounts.h"
#include "core/errortext.h"
#include "text/pipetext.h"

#include <QCoreApplication>

namespace pipeglass::ui {

QString peopleText(const std::vector<access::Principal> &people)
{
    return people.empty() ? WindowText::tr("nobody") : access::wordsOf(people).join(QLatin1String(", "));
}

QString permissionsText(const access::Permissions &permissions)
{
    QString text = QStringLiteral("%1 %2:%3")
                       .arg(permissions.mode.octal(), userName(permissions.owner), groupName(permissions.group));
    if (permissions.acl.isExtended())
        text += WindowText::tr(" with %1").arg(permissions.acl.text());
    return text;
}

QString appliedText(const std::vector<access::Preview> &previews, const AccessService::Changed &changes, bool kept)
{
    QStringList lines;
    bool anyDone = false;
    for (size_t at = 0; at < changes.size(); ++at) {
        const Result<access::Change> &change = changes[at];
        if (!change) {
            lines << errorText(change.error());
            continue;
        }
        anyDone = true;
        const access::Effect &effect = previews[at].effect;
        QString text = WindowText::tr("%1 changed to %2.")
                           .arg(text::nameOfPath(change->target.path), permissionsText(change->after));
        if (!effect.gains.empty())
            text += WindowText::tr(" Now can connect: %1.").arg(peopleText(effect.gains));
        if (!effect.loses.empty())
            text += WindowText::tr(" No longer: %1.").arg(peopleText(effect.loses));
        lines << text;
    }
    if (kept && anyDone)
        lines << WindowText::tr("It is kept while this window is open.");
    return lines.join(u'\n');
}

QString undoneText(const AccessService::Changed &changes)
{
    QStringList lines;
    for (const Result<access::Change> &change : changes) {
        lines
            << (change ? WindowText::tr("%1 is as it was before: %2.")
                             .arg(text::nameOfPath(change->target.path), permissionsText(change->after))
                       : errorText(change.error()));
    }
    return lines.join(u'\n');
}

QString rootHint(bool hasHelper)
{
    return hasHelper
        ? WindowText::tr("This takes root's rights: you will be asked for a password.")
        : WindowText::tr(
            "This takes root's rights, and the administrator's helper of Pipeglass (with pkexec) is not installed. "
            "Run this as root instead:");
}

QString runsAsRootText()
{
    return WindowText::tr(
        "Pipeglass runs as root: it can connect to every pipe whatever the permissions say, and changes to "
        "anybody's pipes are made at once, without a password. It needs no root: started as yourself, it asks "
        "when a change takes more rights.");
}

std::optional<access::ChangeRequest> smallestChange(const access::Answer &answer)
{
    for (const access::Fix &fix : answer.fixes) {
        if (!fix.needsDirectories)
            return fix.request;
    }
    // The group comes before everyone, for it is the smaller circle.
    for (const access::TableRow &row : answer.who.rows) {
        if (!row.canConnect && row.who.kind != access::PrincipalKind::User && row.rule != access::Rule::Directory) {
            access::ChangeRequest request;
            request.wishes = { { true, row.who } };
            return request;
        }
    }
    return std::nullopt;
}

} // namespace pipeglass::ui
