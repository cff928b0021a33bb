// SPDX-License-Identifier: MIT
#include "access/changewords.h"

#include "app/windowtext.h"
#include "core/errortext.h"
#include "text/accesstext.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "text/sizetext.h"

#include <QCoreApplication>

namespace pipeglass::ui {

QString pipesText(const QByteArray &path, size_t count)
{
    return count == 1 ? text::isolated(text::nameOfPath(path))
                      : WindowText::tr("%Ln pipe(s)", nullptr, text::plural(count));
}

QString morePipesText(size_t count) { return WindowText::tr("and %n more pipe(s)", nullptr, text::plural(count)); }

namespace {

/// The failed changes with their errors.
QStringList failuresText(const AccessService::Changed &changes)
{
    std::vector<Error> errors;
    for (const Result<access::Change> &change : changes) {
        if (!change)
            errors.push_back(change.error());
    }
    return linesByKind(
        errors, [](const Error &, const Error &) { return false; },
        [](const Error &error, size_t) { return errorText(error); });
}

struct Done {
    const access::Change *change;
    const access::Effect *effect;
};

} // namespace

QString appliedText(const std::vector<access::Preview> &previews, const AccessService::Changed &changes, bool kept)
{
    std::vector<Done> done;
    for (size_t at = 0; at < changes.size(); ++at) {
        if (changes[at])
            done.push_back({ &*changes[at], &previews[at].effect });
    }
    const auto alike = [](const Done &a, const Done &b) {
        return a.change->after == b.change->after && *a.effect == *b.effect;
    };
    QStringList lines = linesByKind(done, alike, [](const Done &one, size_t count) {
        QString text = WindowText::tr("%1 changed to %2.")
                           .arg(pipesText(one.change->target.path, count), access::permissionWords(one.change->after));
        if (!one.effect->gains.empty())
            text += WindowText::tr(" Can connect now: %1.").arg(text::peopleText(one.effect->gains));
        if (!one.effect->loses.empty())
            text += WindowText::tr(" Can no longer connect: %1.").arg(text::peopleText(one.effect->loses));
        return text;
    });
    lines += failuresText(changes);
    if (kept && !done.empty())
        lines << WindowText::tr("It is applied again while this window is open.");
    return lines.join(u'\n');
}

QString undoneText(const AccessService::Changed &changes)
{
    std::vector<const access::Change *> done;
    for (const Result<access::Change> &change : changes) {
        if (change)
            done.push_back(&*change);
    }
    const auto alike = [](const access::Change *a, const access::Change *b) { return a->after == b->after; };
    QStringList lines = linesByKind(done, alike, [](const access::Change *one, size_t count) {
        return count == 1 ? WindowText::tr("%1 is as it was before: %2.")
                                .arg(text::nameOfPath(one->target.path), access::permissionWords(one->after))
                          : WindowText::tr("%n pipe(s) are as they were before: %1.", nullptr, text::plural(count))
                                .arg(access::permissionWords(one->after));
    });
    lines += failuresText(changes);
    return lines.join(u'\n');
}

QString rootHint(bool hasHelper)
{
    return hasHelper
        ? WindowText::tr("This needs root's rights: you will be asked for a password.")
        : WindowText::tr("This needs root's rights, and the helper of Pipeglass (with pkexec) is not installed. "
                         "Run this as root instead:");
}

QString runsAsRootText()
{
    return WindowText::tr("Pipeglass runs as root: it changes pipes of all users without a password. Started as "
                          "another user, it asks for one when a change needs root's rights.");
}

std::optional<access::ChangeRequest> smallestChange(const access::Answer &answer)
{
    for (const access::Fix &fix : answer.fixes) {
        if (!fix.needsDirectories)
            return fix.request;
    }
    // The group first, as it is smaller than everyone.
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
