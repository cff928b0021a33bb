// SPDX-License-Identifier: MIT
#include "access/question.h"

#include "access/sentences.h"
#include "core/enumeration.h"

#include <QCoreApplication>

#include <algorithm>

namespace pipeglass::access {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Access", text); }

bool accountCould(const Target &target, const Subject &subject, const ProcessView &view)
{
    return subject.pid && subject.uid && !view.missingGroups.empty() && target.reached
        && evaluate(target.directories, target.facts.permissions, userSubject(accountOf(*subject.uid))).allowed;
}

Verdict unreached(const Target &target, const Subject &subject)
{
    for (const DirectoryFacts &directory : target.directories) {
        if (!maySearch(directory.permissions, subject))
            return { false, Rule::Directory, {}, false, directory.path };
    }
    // What keeps us out need not keep them out, but what lies behind it cannot be seen.
    return { false, Rule::Directory, {}, false, target.directories.back().path };
}

} // namespace

Answer ask(const Target &target, const Subject &subject)
{
    const ProcessView view = viewOf(subject, target);
    Target seen = target;
    if (view.directories && view.seesTheFile)
        seen.directories = *view.directories;
    const Verdict verdict =
        target.reached ? evaluate(seen.directories, target.facts.permissions, subject) : unreached(seen, subject);
    Answer answer;
    answer.subject = subject;
    answer.canConnect = verdict.allowed && view.seesTheFile;
    answer.rule = view.seesTheFile ? verdict.rule : Rule::Directory;
    answer.sentence = view.seesTheFile ? sentenceFor(verdict, subject, target) : elsewhereSentence(subject, target);
    answer.warning = warningFor(verdict, subject, target, view, accountCould(target, subject, view));
    if (target.reached) {
        answer.table = tableOf(target);
        if (view.seesTheFile)
            answer.fixes = fixesFor(seen, subject);
    }
    return answer;
}

QString summaryOf(const Target &target)
{
    const std::vector<TableRow> table = tableOf(target);
    const auto everyone = std::find_if(
        table.begin(), table.end(), [](const TableRow &row) { return row.who.kind == PrincipalKind::Everyone; });
    QStringList can;
    QStringList cannot;
    for (const TableRow &row : table) {
        if (row.who.kind != PrincipalKind::Everyone)
            (row.canConnect ? can : cannot) << (row.who.kind == PrincipalKind::User ? nameOf(row.who) : words(row.who));
    }
    if (everyone != table.end() && everyone->canConnect)
        return cannot.isEmpty() ? tr("Everyone can connect.")
                                : tr("Everyone can connect but %1.").arg(enumeration(cannot));
    const bool blocked = everyone != table.end() && everyone->rule == Rule::Directory;
    const QString who = enumeration(can);
    if (blocked)
        return tr("Only %1 can connect: a directory above may not be searched by others.").arg(who);
    const bool groupToo = std::any_of(table.begin(), table.end(), [](const TableRow &row) {
        return row.canConnect && row.who.kind == PrincipalKind::Group;
    });
    return groupToo ? tr("Only %1 can connect: others lack write permission.").arg(who)
                    : tr("Only %1 can connect: group and others lack write permission.").arg(who);
}

} // namespace pipeglass::access
