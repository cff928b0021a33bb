// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/candidate.h"
#include "cleaning/deletion.h"
#include "cleaning/procnetunixnames.h"
#include "cleaning/tmpfiles/tmpfilesrule.h"

#include <QHash>

#include <optional>

namespace pipeglass::cleaning {

/// The merged rules of `systemd-tmpfiles --clean`, evaluated for one file. Follows systemd's code where the manual is
/// silent: an `X` line uses the age of a line for a directory above. Immutable; any thread.
class TmpfilesConfiguration {
public:
    TmpfilesConfiguration() = default;
    /// `files` as for mergedFiles().
    TmpfilesConfiguration(const std::vector<ConfigurationFile> &files, const TmpfilesContext &context);

    /// Adds a path with links to a rule's directory: as the rule spells it, and resolved.
    void addAlias(const QByteArray &spelled, const QByteArray &real);
    /// The directories of rules without a pattern, to search for links in them.
    [[nodiscard]] std::vector<QByteArray> agedDirectories() const;

    /// When the file is deleted; nullopt if it is excluded or never deleted. Leaves `scheduled` false. `live`: sockets
    /// of systemd's network namespace.
    [[nodiscard]] std::optional<Deletion>
    deletion(const Candidate &candidate, const ProcNetUnixNames &live, qint64 nowNanoseconds) const;

private:
    struct Glob {
        TmpfilesRule rule;
        std::vector<QByteArray> choices; ///< braces expanded: ageing supports them, exclusion does not
    };

    void add(TmpfilesRule rule);
    void inheritAges();
    [[nodiscard]] bool hasOwnEntry(const QByteArray &path) const;
    [[nodiscard]] std::vector<const TmpfilesRule *> rulesAging(const QByteArray &directory) const;
    [[nodiscard]] std::optional<Deletion> deletionAs(
        const QByteArray &spelled, const QByteArray &top, const Candidate &candidate, qint64 nowNanoseconds) const;

    QHash<QByteArray, std::vector<TmpfilesRule>> m_items;
    std::vector<QByteArray> m_paths; ///< of m_items, in the order of their first lines
    std::vector<Glob> m_globs;
    std::vector<std::pair<QByteArray, QByteArray>> m_aliases;
};

} // namespace pipeglass::cleaning
