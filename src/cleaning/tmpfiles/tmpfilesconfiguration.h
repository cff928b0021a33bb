// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/candidate.h"
#include "cleaning/deletion.h"
#include "cleaning/procnetunixnames.h"
#include "cleaning/tmpfiles/tmpfilesrule.h"

#include <QHash>

#include <optional>

namespace pipeglass::cleaning {

/// The merged rules of `systemd-tmpfiles --clean`, and what they mean for one file. It follows what systemd does where
/// its manual is silent: an `X` line ages what is in its directory as the line of a directory above says. Immutable
/// once made; any thread.
class TmpfilesConfiguration {
public:
    TmpfilesConfiguration() = default;
    /// `files` as for mergedFiles.
    TmpfilesConfiguration(const std::vector<ConfigurationFile> &files, const TmpfilesContext &context);

    /// Another way, by links, to the directory of a rule: how the rule spells it, and where that really is.
    void addAlias(const QByteArray &spelled, const QByteArray &real);
    /// The directories that are aged and named without a pattern, for a caller who looks for links in them.
    [[nodiscard]] std::vector<QByteArray> agedDirectories() const;

    /// When the file goes, or nothing where it is excluded or never goes. `scheduled` is left false. `live` are the
    /// sockets of the network namespace that systemd runs in.
    [[nodiscard]] std::optional<Deletion>
    deletion(const Candidate &candidate, const ProcNetUnixNames &live, qint64 nowNanoseconds) const;

private:
    struct Glob {
        TmpfilesRule rule;
        std::vector<QByteArray> choices; ///< its braces written out: the ageing knows them, the exclusion does not
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
