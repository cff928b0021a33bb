// SPDX-License-Identifier: MIT
#include "access/changes/effect.h"

#include <algorithm>

namespace pipeglass::access {

namespace {

void addOnce(std::vector<Principal> &people, const Principal &who)
{
    if (std::find(people.begin(), people.end(), who) == people.end())
        people.push_back(who);
}

} // namespace

Effect effectOf(const Target &target, const Permissions &after) { return effectOf(target, target.directories, after); }

Effect effectOf(const Target &target, const std::vector<DirectoryFacts> &directoriesAfter, const Permissions &after)
{
    std::vector<Principal> people = principalsOf(target.facts.permissions);
    for (const Principal &who : principalsOf(after))
        addOnce(people, who);
    std::stable_sort(
        people.begin(), people.end(), [](const Principal &a, const Principal &b) { return a.kind < b.kind; });
    Effect effect;
    for (const Principal &who : people) {
        const Subject subject = subjectOf(who);
        const bool could = evaluate(target.directories, target.facts.permissions, subject).allowed;
        const bool can = evaluate(directoriesAfter, after, subject).allowed;
        if (can && !could)
            effect.gains.push_back(who);
        else if (could && !can)
            effect.loses.push_back(who);
    }
    return effect;
}

QStringList wordsOf(const std::vector<Principal> &people)
{
    QStringList list;
    for (const Principal &who : people)
        list << words(who);
    return list;
}

} // namespace pipeglass::access
