// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/tmpfilesconfiguration.h"

#include "cleaning/glob.h"
#include "cleaning/timespan.h"
#include "core/path.h"

#include <algorithm>

namespace pipeglass::cleaning {

namespace {

/// systemd keeps a second line for a path unless both set an owner and differ.
bool compatible(const TmpfilesRule &first, const TmpfilesRule &second)
{
    return second.append || !first.takesOwnership() || !second.takesOwnership() || first.settings == second.settings;
}

bool isMountPoint(const Candidate &candidate, const QByteArray &path)
{
    return std::find(candidate.mountPoints.begin(), candidate.mountPoints.end(), path) != candidate.mountPoints.end();
}

/// When the file reaches the age of the rule, in nanoseconds since 1970.
qint64 due(const TmpfilesRule &rule, const Candidate &candidate)
{
    qint64 newest = 0;
    if (rule.byAccess)
        newest = std::max(newest, candidate.accessed);
    if (rule.byBirth)
        newest = std::max(newest, candidate.born);
    if (rule.byChange)
        newest = std::max(newest, candidate.changed);
    if (rule.byModification)
        newest = std::max(newest, candidate.modified);
    return rule.age > infiniteTime - newest ? infiniteTime : newest + rule.age;
}

/// Whole seconds from `now` to `then`, rounded up; 0 if it is past.
qint64 secondsUntil(qint64 then, qint64 now)
{
    constexpr qint64 perSecond = 1'000'000'000;
    return then <= now ? 0 : (then - now - 1) / perSecond + 1;
}

bool isBelow(const QByteArray &path, const QByteArray &directory)
{
    return path.startsWith(directory == "/" ? directory : directory + '/');
}

} // namespace

TmpfilesConfiguration::TmpfilesConfiguration(
    const std::vector<ConfigurationFile> &files, const TmpfilesContext &context)
{
    for (const ConfigurationFile &file : mergedFiles(files)) {
        for (TmpfilesRule &rule : parseTmpfiles(file, context))
            add(std::move(rule));
    }
    inheritAges();
}

void TmpfilesConfiguration::add(TmpfilesRule rule)
{
    if (!rule.takesGlob()) {
        std::vector<TmpfilesRule> &same = m_items[rule.path];
        if (same.empty())
            m_paths.push_back(rule.path);
        if (std::all_of(same.begin(), same.end(), [&rule](const auto &other) { return compatible(other, rule); }))
            same.push_back(std::move(rule));
        return;
    }
    const bool kept = std::all_of(m_globs.begin(), m_globs.end(), [&rule](const Glob &other) {
        return other.rule.path != rule.path || compatible(other.rule, rule);
    });
    if (kept) {
        std::vector<QByteArray> choices = expandBraces(rule.path);
        m_globs.push_back({ std::move(rule), std::move(choices) });
    }
}

void TmpfilesConfiguration::inheritAges()
{
    constexpr QByteArrayView directoryTypes("dDvqQ");
    for (Glob &glob : m_globs) {
        if (glob.rule.type != 'X')
            continue;
        const TmpfilesRule *heir = nullptr;
        for (const QByteArray &path : m_paths) {
            for (const TmpfilesRule &rule : m_items[path]) {
                // The first directory above it, in the order of lines; one further down only if the pattern matches it.
                const bool better = heir == nullptr ? isBelow(glob.rule.path, path)
                                                    : isBelow(path, heir->path) && globMatches(glob.rule.path, path);
                if (directoryTypes.contains(rule.type) && (better || path == glob.rule.path))
                    heir = &rule;
            }
        }
        if (heir != nullptr && heir->hasAge) {
            glob.rule.hasAge = true;
            glob.rule.age = heir->age;
        }
    }
}

void TmpfilesConfiguration::addAlias(const QByteArray &spelled, const QByteArray &real)
{
    m_aliases.emplace_back(spelled, real);
}

std::vector<QByteArray> TmpfilesConfiguration::agedDirectories() const
{
    std::vector<QByteArray> directories;
    for (auto item = m_items.begin(); item != m_items.end(); ++item) {
        if (std::any_of(item->begin(), item->end(), [](const TmpfilesRule &rule) { return rule.ages(); }))
            directories.push_back(item.key());
    }
    return directories;
}

bool TmpfilesConfiguration::hasOwnEntry(const QByteArray &path) const
{
    return m_items.contains(path) || std::any_of(m_globs.begin(), m_globs.end(), [&path](const Glob &glob) {
               return globMatches(glob.rule.path, path);
           });
}

std::vector<const TmpfilesRule *> TmpfilesConfiguration::rulesAging(const QByteArray &directory) const
{
    std::vector<const TmpfilesRule *> rules;
    if (const auto item = m_items.find(directory); item != m_items.end()) {
        for (const TmpfilesRule &rule : *item) {
            if (rule.ages())
                rules.push_back(&rule);
        }
    }
    for (const Glob &glob : m_globs) {
        // An `x` line excludes by pattern, but applies its age only to the directory with exactly its name.
        const bool here = glob.rule.type == 'x'
            ? glob.rule.path == directory
            : std::any_of(glob.choices.begin(), glob.choices.end(), [&directory](const QByteArray &choice) {
                  return globMatches(choice, directory);
              });
        if (here && glob.rule.ages())
            rules.push_back(&glob.rule);
    }
    return rules;
}

std::optional<Deletion>
TmpfilesConfiguration::deletion(const Candidate &candidate, const ProcNetUnixNames &live, qint64 nowNanoseconds) const
{
    // systemd-tmpfiles keeps a file with the sticky bit.
    const bool sticky = (candidate.mode.bits() & 01000U) != 0;
    if (sticky || candidate.kind == catalog::FileKind::Other)
        return {};
    /// Paths of the file, and the topmost directory for each.
    std::vector<std::pair<QByteArray, QByteArray>> spellings{ { candidate.path, "/" } };
    for (const auto &[spelled, real] : m_aliases) {
        if (isBelow(candidate.path, real))
            spellings.emplace_back(spelled + candidate.path.sliced(real.size()), spelled);
    }
    std::optional<Deletion> first;
    for (const auto &[spelled, top] : spellings) {
        if (candidate.kind == catalog::FileKind::Socket && (!live || live->contains(spelled)))
            continue;
        const std::optional<Deletion> found = deletionAs(spelled, top, candidate, nowNanoseconds);
        if (found && (!first || found->inSeconds < first->inSeconds))
            first = found;
    }
    return first;
}

std::optional<Deletion> TmpfilesConfiguration::deletionAs(
    const QByteArray &spelled, const QByteArray &top, const Candidate &candidate, qint64 nowNanoseconds) const
{
    // Ageing goes down from the directory of a line and stops at every path with its own line and at every mount. So
    // the nearest directory above the file that has a line decides.
    std::optional<Deletion> first;
    QByteArray below = spelled;
    QByteArray real = candidate.path;
    while (below != top && !hasOwnEntry(below) && !isMountPoint(candidate, real)) {
        const QByteArray directory = directoryOf(below);
        const bool lost = below.endsWith("/lost+found") && isMountPoint(candidate, directoryOf(real));
        for (const TmpfilesRule *rule : rulesAging(directory)) {
            const qint64 then = due(*rule, candidate);
            if (lost || then == infiniteTime || (rule->keepFirstLevel && below == spelled))
                continue;
            const qint64 seconds = secondsUntil(then, nowNanoseconds);
            if (!first || seconds < first->inSeconds)
                first = Deletion{ Cleaner::SystemdTmpfiles, rule->file, rule->line, rule->text, seconds, false };
        }
        below = directory;
        real = directoryOf(real);
    }
    return first;
}

} // namespace pipeglass::cleaning
