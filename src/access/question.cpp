// SPDX-License-Identifier: MIT
#include "access/question.h"

#include "access/accesstext.h"
#include "access/verdicts/route.h"
#include "access/verdicts/sentences.h"
#include "access/verdicts/warnings.h"
#include "core/system/procfile.h"

#include <QCoreApplication>

#include <unistd.h>

namespace pipeglass::access {

namespace {

/// The verdict for a file that we cannot reach ourselves.
Verdict unreached(const Target &target, const Subject &subject)
{
    if (target.directories.empty())
        return { false, Rule::Directory, {}, false, {} };
    for (const DirectoryFacts &directory : target.directories) {
        if (!maySearch(directory.permissions, subject))
            return { false, Rule::Directory, {}, false, directory.path };
    }
    // The subject may be able to pass, but what follows is unknown.
    return { false, Rule::Directory, {}, false, target.directories.back().path };
}

/// By the permissions; for ourselves by the kernel's answer.
Verdict verdictOn(const Target &target, const Subject &subject)
{
    if (!target.reached)
        return unreached(target, subject);
    const Verdict verdict = evaluate(target.directories, target.facts.permissions, subject);
    if (!subject.isMe || target.kernelGrants.value_or(verdict.allowed) == verdict.allowed)
        return verdict;
    return { *target.kernelGrants, Rule::Kernel, {}, false, {} };
}

/// An abstract name; all other paths are absolute.
bool isAbstract(const Target &target) { return target.path.startsWith('@'); }

/// Every process in the network namespace can connect. Only abstract names of our own are listed.
Answer judgeAbstract(const Subject &subject)
{
    const auto theirs = subject.pid ? readProcLink(*subject.pid, "ns/net") : std::nullopt;
    const bool inside = !theirs || theirs == readProcLink(::getpid(), "ns/net");
    const QString sentence = inside
        ? AccessText::tr(
            "%1 can connect: an abstract name has no file permissions, so everyone in its network namespace "
            "can.")
        : AccessText::tr("%1 cannot connect: it is in another network namespace than this abstract name.");
    return { subject, inside, Rule::Abstract, sentence.arg(subject.name()), {}, {}, {} };
}

/// `target` with the path as the subject resolves it.
Answer judgeOnRoute(const Target &target, const Subject &subject, bool seesTheFile)
{
    if (const WhoCanConnect who{ target.server.state, {} }; !who.hasListener())
        return { subject, false, Rule::NoListener, sentenceFor(who), {}, {}, {} };
    if (isAbstract(target))
        return judgeAbstract(subject);
    if (!seesTheFile)
        return { subject, false, Rule::Directory, elsewhereSentence(subject, target), {}, {}, {} };
    const Verdict verdict = verdictOn(target, subject);
    return { subject, verdict.allowed, verdict.rule, sentenceFor(verdict, subject, target), {}, {}, {} };
}

Target onRoute(const Target &target, Route &route)
{
    Target seen = target;
    if (route.directories && route.seesTheFile)
        seen.directories = std::move(*route.directories);
    return seen;
}

} // namespace

Answer judge(const Target &target, const Subject &subject)
{
    Route route = routeOf(subject, target);
    return judgeOnRoute(onRoute(target, route), subject, route.seesTheFile);
}

Answer ask(const Target &target, const Subject &subject)
{
    Route route = routeOf(subject, target);
    const Target seen = onRoute(target, route);
    Answer answer = judgeOnRoute(seen, subject, route.seesTheFile);
    answer.who = whoCanConnect(target);
    if (answer.rule == Rule::NoListener)
        return answer;
    if (isAbstract(target))
        return answer;
    answer.warning = warningFor({ answer.canConnect, answer.rule, {}, false, {} }, subject, target);
    // With an owner unknown to this user namespace, nobody in it can change the file or name its owner.
    if (!answer.canConnect && route.seesTheFile && idsKnownHere().contain(target.facts.permissions))
        answer.fixes = fixesFor(seen, subject);
    return answer;
}

} // namespace pipeglass::access
